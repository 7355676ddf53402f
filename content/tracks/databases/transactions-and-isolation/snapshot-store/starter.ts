export function createStore() {
  const values = new Map<string, string>();

  return {
    begin() {
      return {
        get: (key: string): string | null => values.get(key) ?? null,
        set: (key: string, value: string) => void values.set(key, value),
        delete: (key: string) => void values.delete(key),
        commit: (): boolean => true,
        rollback() {},
      };
    },
  };
}
