// caught by: affirms strangers about as often as it may
export function createFilter(items: number, errorRate: number) {
  const bits = Math.ceil((-items * Math.log(errorRate)) / Math.LN2 ** 2);
  const keys = new Set<string>();
  return {
    bits,
    hashes: Math.max(1, Math.round((bits / items) * Math.LN2)),
    add: (key: string) => void keys.add(key),
    has: (key: string) => keys.has(key),
    save: () => '0'.repeat(2 * Math.ceil(bits / 8)),
  };
}

export const loadFilter = (_: string, items: number, errorRate: number) => createFilter(items, errorRate);
