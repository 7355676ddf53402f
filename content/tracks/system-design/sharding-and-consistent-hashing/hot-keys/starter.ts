export function createHotKeys(counters: number) {
  return {
    add(key: string) {},
    top(k: number): { key: string; atLeast: number; atMost: number }[] {
      return [];
    },
  };
}
