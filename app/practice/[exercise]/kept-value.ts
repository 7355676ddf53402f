/** One small setting that this browser keeps, for `useSyncExternalStore`. `fallback` is also what the server shows. */
export function keptValue<Value>(key: string, schema: { parse: (kept: unknown) => Value }, fallback: Value) {
  let current: { value: Value } | null = null;
  const listeners = new Set<() => void>();

  function read(): Value {
    try {
      const text = localStorage.getItem(key);
      return text ? schema.parse(JSON.parse(text)) : fallback;
    } catch {
      // Storage that is forbidden or holds something else is no reason to fail.
      return fallback;
    }
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: (): Value => (current ??= { value: read() }).value,
    serverSnapshot: (): Value => fallback,
    set(value: Value) {
      current = { value };
      for (const listener of listeners) listener();
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // Where storage is forbidden or full, the setting lasts as long as the page.
      }
    },
  };
}
