/** What Redis answers with where a command is refused; node-redis makes an error of it. */
export class ErrorReply extends Error {}
export class SimpleError extends ErrorReply {}

export type Kinds = {
  string: string;
  hash: Map<string, string>;
  list: string[];
  set: Set<string>;
  zset: Map<string, number>;
};
export type Kind = keyof Kinds;
type Entry = { [K in Kind]: { kind: K; value: Kinds[K]; expiresAt: number | null } }[Kind];

const wrongType = 'WRONGTYPE Operation against a key holding the wrong kind of value';

/**
 * The keys of one server. Expiry is a moment of `Date.now()`, so that it follows the clock of the isolate: a key whose
 * moment has come is gone for whoever asks.
 */
export class Keyspace {
  readonly #entries = new Map<string, Entry>();
  readonly #watchers = new Map<string, Set<() => void>>();
  readonly #waiters: { keys: string[]; wake: () => boolean }[] = [];

  peek(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined || entry.expiresAt === null || Date.now() < entry.expiresAt) return entry;
    this.#entries.delete(key);
    return undefined;
  }

  /** The value of that type, or undefined; anything else that lies there is the error that everybody knows. */
  read<K extends Kind>(key: string, kind: K): Kinds[K] | undefined {
    const entry = this.peek(key);
    if (entry === undefined) return undefined;
    if (entry.kind !== kind) throw new SimpleError(wrongType);
    return entry.value as Kinds[K];
  }

  /** The same, made when there is none: such a key has no expiry. */
  open<K extends Kind>(key: string, kind: K, make: () => Kinds[K]): Kinds[K] {
    const known = this.read(key, kind);
    if (known !== undefined) return known;
    const value = make();
    this.#entries.set(key, { kind, value, expiresAt: null } as Entry);
    return value;
  }

  /** Changes a string in place: its expiry stays, as with INCR and APPEND. */
  replaceString(key: string, value: string): void {
    const expiresAt = this.peek(key)?.expiresAt ?? null;
    this.put(key, { kind: 'string', value, expiresAt });
  }

  put(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
    this.changed(key);
  }

  delete(key: string): boolean {
    const isThere = this.peek(key) !== undefined;
    this.#entries.delete(key);
    if (isThere) this.changed(key);
    return isThere;
  }

  /** After a change of what lies under a key: an empty collection is no key at all. */
  changed(key: string): void {
    const entry = this.#entries.get(key);
    if (entry !== undefined && entry.kind !== 'string') {
      const size = entry.kind === 'list' ? entry.value.length : entry.value.size;
      if (size === 0) this.#entries.delete(key);
    }
    for (const mark of this.#watchers.get(key) ?? []) mark();
    this.#serve(key);
  }

  keys(): string[] {
    return [...this.#entries.keys()].filter((key) => this.peek(key) !== undefined);
  }

  flush(): void {
    for (const key of this.keys()) this.delete(key);
  }

  watch(key: string, mark: () => void): () => void {
    const marks = this.#watchers.get(key) ?? new Set();
    this.#watchers.set(key, marks.add(mark));
    return () => void marks.delete(mark);
  }

  /** Somebody who waits for an element of one of these lists; `wake` answers whether it took one. */
  wait(keys: string[], wake: () => boolean): () => void {
    const waiter = { keys, wake };
    this.#waiters.push(waiter);
    return () => {
      const at = this.#waiters.indexOf(waiter);
      if (at >= 0) this.#waiters.splice(at, 1);
    };
  }

  /** Who has waited longest is served first. */
  #serve(key: string): void {
    for (const waiter of this.#waiters.filter(({ keys }) => keys.includes(key))) {
      if (this.peek(key)?.kind !== 'list') return;
      const at = this.#waiters.indexOf(waiter);
      if (at < 0) continue;
      this.#waiters.splice(at, 1);
      if (!waiter.wake()) this.#waiters.splice(at, 0, waiter);
    }
  }
}
