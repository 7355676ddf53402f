/** The value of a key since commit number `at`; null since it was deleted. */
type Version = { at: number; value: string | null };

export function createStore() {
  const versionsOf = new Map<string, Version[]>();
  let lastCommit = 0;
  // The snapshots of open transactions, in the order in which they began: the first is the oldest.
  const open = new Set<{ snapshot: number }>();

  /** Drops what no transaction can see any more. */
  function trim(key: string, versions: Version[]) {
    const [oldest] = open;
    const needed = oldest?.snapshot ?? lastCommit;
    const first = versions.findLastIndex(({ at }) => at <= needed);
    if (first > 0) versions.splice(0, first);
    if (versions.length === 1 && versions[0].value === null && versions[0].at <= needed) versionsOf.delete(key);
  }

  function begin() {
    const mine = { snapshot: lastCommit };
    const writes = new Map<string, string | null>();
    open.add(mine);

    const mustBeOpen = () => {
      if (!open.has(mine)) throw new Error('This transaction has ended');
    };
    const isNewer = (key: string) => (versionsOf.get(key)?.at(-1)?.at ?? 0) > mine.snapshot;

    return {
      get(key: string): string | null {
        mustBeOpen();
        if (writes.has(key)) return writes.get(key)!;
        return versionsOf.get(key)?.findLast(({ at }) => at <= mine.snapshot)?.value ?? null;
      },
      set(key: string, value: string) {
        mustBeOpen();
        writes.set(key, value);
      },
      delete(key: string) {
        mustBeOpen();
        writes.set(key, null);
      },
      commit(): boolean {
        mustBeOpen();
        open.delete(mine);
        if ([...writes.keys()].some(isNewer)) return false;
        lastCommit++;
        for (const [key, value] of writes) {
          const versions = versionsOf.get(key) ?? [];
          versionsOf.set(key, versions);
          versions.push({ at: lastCommit, value });
          trim(key, versions);
        }
        return true;
      },
      rollback() {
        mustBeOpen();
        open.delete(mine);
      },
    };
  }

  return { begin };
}
