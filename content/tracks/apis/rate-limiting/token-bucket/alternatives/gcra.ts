/** Stores one number for each key: when its bucket will be full again. */
export function createLimiter(capacity: number, refillMs: number) {
  const fullAt = new Map<string, number>();
  const lastSeen = new Map<string, number>();
  const room = capacity * refillMs;

  function take(key: string, nowMs: number) {
    const now = Math.max(nowMs, lastSeen.get(key) ?? nowMs);
    lastSeen.set(key, now);
    const before = Math.max(fullAt.get(key) ?? now, now);
    const after = before + refillMs;
    const missing = after - now - room;
    if (missing > 0) {
      fullAt.set(key, before);
      return { allowed: false, remaining: 0, retryAfterMs: missing };
    }
    fullAt.set(key, after);
    return { allowed: true, remaining: Math.floor((room - (after - now)) / refillMs), retryAfterMs: 0 };
  }

  function sweep(nowMs: number) {
    for (const key of [...fullAt.keys()]) {
      if (fullAt.get(key)! <= nowMs) {
        fullAt.delete(key);
        lastSeen.delete(key);
      }
    }
    return fullAt.size;
  }

  return { take, sweep };
}
