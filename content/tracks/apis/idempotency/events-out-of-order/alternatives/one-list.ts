type Event = { entity: string; version: number; change?: object; state?: object };

/** The events that wait lie in one sorted list for each entity, and applying is a loop over its front. */
export function createProjection(maxWaiting: number) {
  const all: Record<string, { version: number; state: object; early: Event[] }> = Object.create(null);

  return {
    apply(event: Event) {
      const book = (all[event.entity] ??= { version: 0, state: {}, early: [] });
      const isWhole = event.state !== undefined;
      if (event.version <= book.version) return 'duplicate';
      if (!isWhole && book.early.some(({ version }) => version === event.version)) return 'duplicate';
      const fits = isWhole || event.version === book.version + 1;
      if (!fits && book.early.length >= maxWaiting) return 'refused';

      if (fits) {
        book.state = isWhole ? event.state! : Object.assign({}, book.state, event.change);
        book.version = event.version;
      } else {
        book.early = [...book.early, event].sort((a, b) => a.version - b.version);
      }
      while (book.early.length > 0 && book.early[0].version <= book.version + 1) {
        const { version, change } = book.early.shift()!;
        if (version <= book.version) continue;
        book.state = Object.assign({}, book.state, change);
        book.version = version;
      }
      return fits ? 'applied' : 'waiting';
    },
    read: (entity: string) => ({ version: all[entity]?.version ?? 0, state: all[entity]?.state ?? {} }),
  };
}
