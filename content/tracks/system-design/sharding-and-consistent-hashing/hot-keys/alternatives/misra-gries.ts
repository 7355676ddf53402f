/** Lowers all counters when there is no room; the sum of what was lowered bounds how much is missing. */
export function createHotKeys(counters: number) {
  const counts = new Map<string, number>();
  let lowered = 0;
  return {
    add(key: string) {
      const count = counts.get(key);
      if (count !== undefined) counts.set(key, count + 1);
      else if (counts.size < counters) counts.set(key, 1);
      else {
        lowered++;
        for (const [other, value] of counts) {
          if (value === 1) counts.delete(other);
          else counts.set(other, value - 1);
        }
      }
    },
    top: (k: number) =>
      [...counts]
        .map(([key, count]) => ({ key, atLeast: count, atMost: count + lowered }))
        .sort((a, b) => b.atMost - a.atMost)
        .slice(0, k),
  };
}
