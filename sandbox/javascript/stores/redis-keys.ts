import { integer, pattern, text, texts } from './redis-arguments.ts';
import { SimpleError, type Keyspace } from './redis-keyspace.ts';

type ExpireMode = 'NX' | 'XX' | 'GT' | 'LT';

function expireAt(space: Keyspace, key: unknown, momentMs: number, mode?: ExpireMode): number {
  const name = text(key);
  const entry = space.peek(name);
  if (entry === undefined) return 0;
  const current = entry.expiresAt;
  // A key without an expiry counts as one that lives for ever.
  const isAllowed = {
    NX: current === null,
    XX: current !== null,
    GT: current !== null && momentMs > current,
    LT: current === null || momentMs < current,
  };
  if (mode !== undefined && !isAllowed[mode]) return 0;
  if (momentMs <= Date.now()) space.delete(name);
  else {
    entry.expiresAt = momentMs;
    space.changed(name);
  }
  return 1;
}

function leftMs(space: Keyspace, key: unknown): number {
  const entry = space.peek(text(key));
  if (entry === undefined) return -2;
  return entry.expiresAt === null ? -1 : entry.expiresAt - Date.now();
}

type ScanOptions = { MATCH?: string; COUNT?: number; TYPE?: string };

export const scan = (space: Keyspace, { MATCH = '*', TYPE }: ScanOptions = {}): string[] => {
  const wanted = pattern(MATCH);
  return space.keys().filter((key) => wanted.test(key) && (TYPE === undefined || space.peek(key)?.kind === TYPE));
};

export const keys = {
  del: (space: Keyspace, names: unknown) => texts(names).filter((key) => space.delete(key)).length,
  unlink: (space: Keyspace, names: unknown) => texts(names).filter((key) => space.delete(key)).length,
  exists: (space: Keyspace, names: unknown) => texts(names).filter((key) => space.peek(key) !== undefined).length,
  type: (space: Keyspace, key: unknown) => space.peek(text(key))?.kind ?? 'none',
  expire: (space: Keyspace, key: unknown, seconds: unknown, mode?: ExpireMode) =>
    expireAt(space, key, Date.now() + integer(seconds) * 1000, mode),
  pExpire: (space: Keyspace, key: unknown, ms: unknown, mode?: ExpireMode) =>
    expireAt(space, key, Date.now() + integer(ms), mode),
  expireAt: (space: Keyspace, key: unknown, at: unknown, mode?: ExpireMode) =>
    expireAt(space, key, at instanceof Date ? Math.floor(at.getTime() / 1000) * 1000 : integer(at) * 1000, mode),
  ttl: (space: Keyspace, key: unknown) => {
    const ms = leftMs(space, key);
    // As Redis rounds: half a second and more counts as one.
    return ms < 0 ? ms : Math.floor((ms + 500) / 1000);
  },
  pTTL: (space: Keyspace, key: unknown) => leftMs(space, key),
  persist: (space: Keyspace, key: unknown) => {
    const entry = space.peek(text(key));
    if (entry === undefined || entry.expiresAt === null) return 0;
    entry.expiresAt = null;
    space.changed(text(key));
    return 1;
  },
  rename: (space: Keyspace, key: unknown, newKey: unknown) => {
    const entry = space.peek(text(key));
    if (entry === undefined) throw new SimpleError('ERR no such key');
    space.delete(text(key));
    space.put(text(newKey), entry);
    return 'OK';
  },
  keys: (space: Keyspace, glob: unknown) => scan(space, { MATCH: text(glob) }),
  dbSize: (space: Keyspace) => space.keys().length,
  flushAll: (space: Keyspace) => {
    space.flush();
    return 'OK';
  },
  flushDb: (space: Keyspace) => {
    space.flush();
    return 'OK';
  },
  ping: (_space: Keyspace, message: unknown = 'PONG') => text(message),
};
