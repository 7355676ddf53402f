// caught by: keeps the true number between its bounds, and the bounds together
type Counter = { key: string; atMost: number; error: number };

export function createHotKeys(counters: number) {
  const known = new Map<string, Counter>();

  function smallest() {
    let least: Counter | undefined;
    for (const counter of known.values()) if (!least || counter.atMost < least.atMost) least = counter;
    return least!;
  }

  return {
    add(key: string) {
      const counter = known.get(key);
      if (counter) counter.atMost++;
      else if (known.size < counters) known.set(key, { key, atMost: 1, error: 0 });
      else {
        // It may have been here before, but no more often than the smallest count says.
        const { key: leaving, atMost } = smallest();
        known.delete(leaving);
        known.set(key, { key, atMost: 1, error: 0 });
      }
    },
    top(k: number) {
      return [...known.values()]
        .sort((a, b) => b.atMost - a.atMost)
        .slice(0, k)
        .map(({ key, atMost, error }) => ({ key, atLeast: atMost - error, atMost }));
    },
  };
}
