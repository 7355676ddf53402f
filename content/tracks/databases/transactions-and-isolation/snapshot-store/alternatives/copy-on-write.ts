/** The committed map is never changed: each commit makes a new one, so that a snapshot is a reference to an old one. */
export function createStore() {
  let committed: ReadonlyMap<string, string> = new Map();
  const commits: Set<string>[] = [];

  return {
    begin() {
      const snapshot = committed;
      const began = commits.length;
      const writes = new Map<string, string | null>();
      let ended = false;
      const check = () => {
        if (ended) throw new Error('ended');
      };
      return {
        get(key: string) {
          check();
          const own = writes.get(key);
          return own !== undefined ? own : (snapshot.get(key) ?? null);
        },
        set(key: string, value: string) {
          check();
          writes.set(key, value);
        },
        delete(key: string) {
          check();
          writes.set(key, null);
        },
        commit() {
          check();
          ended = true;
          for (const written of commits.slice(began)) {
            for (const key of writes.keys()) if (written.has(key)) return false;
          }
          const next = new Map(committed);
          for (const [key, value] of writes) {
            if (value === null) next.delete(key);
            else next.set(key, value);
          }
          committed = next;
          commits.push(new Set(writes.keys()));
          return true;
        },
        rollback() {
          check();
          ended = true;
        },
      };
    },
  };
}
