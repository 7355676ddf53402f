export function createFilter(items: number, errorRate: number) {
  return {
    bits: items,
    hashes: 1,
    add(key: string) {},
    has(key: string): boolean {
      return true;
    },
    save(): string {
      return '';
    },
  };
}

export function loadFilter(saved: string, items: number, errorRate: number) {
  return createFilter(items, errorRate);
}
