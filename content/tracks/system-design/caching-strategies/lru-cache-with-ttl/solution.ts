type Cache<Value> = {
  get: (key: string) => Value | undefined;
  set: (key: string, value: Value) => void;
};

/** A link of a ring in order of use; the ring begins and ends with a link that holds nothing. */
type Link = { newer: Link; older: Link };
type Entry<Value> = Link & { key: string; value: Value; expiresAt: number };

function createRing<Value>() {
  const ends = {} as Link;
  ends.newer = ends;
  ends.older = ends;

  return {
    remove({ newer, older }: Link) {
      newer.older = older;
      older.newer = newer;
    },
    addNewest(link: Link) {
      link.newer = ends;
      link.older = ends.older;
      ends.older.newer = link;
      ends.older = link;
    },
    oldest: () => (ends.newer === ends ? undefined : (ends.newer as Entry<Value>)),
  };
}

export function createCache<Value>({ capacity, ttlMs }: { capacity: number; ttlMs: number }): Cache<Value> {
  const entries = new Map<string, Entry<Value>>();
  const ring = createRing<Value>();

  function drop(entry: Entry<Value>) {
    ring.remove(entry);
    entries.delete(entry.key);
  }

  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (Date.now() >= entry.expiresAt) {
        drop(entry);
        return undefined;
      }
      ring.remove(entry);
      ring.addNewest(entry);
      return entry.value;
    },

    set(key, value) {
      const replaced = entries.get(key);
      if (replaced !== undefined) drop(replaced);
      const evicted = entries.size >= capacity ? ring.oldest() : undefined;
      if (evicted !== undefined) drop(evicted);
      const entry = { key, value, expiresAt: Date.now() + ttlMs } as Entry<Value>;
      entries.set(key, entry);
      ring.addNewest(entry);
    },
  };
}
