// caught by: takes nothing for a request that is refused
type Answer = { allowed: boolean; remaining: number; retryAfterMs: number };
type Bucket = { level: number; at: number };

export function createLimiter(capacity: number, refillMs: number) {
  // A bucket is measured in milliseconds, so that every number is whole: a token is refillMs of them.
  const full = capacity * refillMs;
  const buckets = new Map<string, Bucket>();

  return {
    take(key: string, nowMs: number): Answer {
      const { level, at } = buckets.get(key) ?? { level: full, at: nowMs };
      const now = Math.max(at, nowMs);
      const present = Math.min(full, level + now - at);

      const allowed = present >= refillMs;
      const left = Math.max(0, present - refillMs);
      buckets.set(key, { level: left, at: now });
      return { allowed, remaining: Math.floor(left / refillMs), retryAfterMs: allowed ? 0 : refillMs - present };
    },

    sweep(nowMs: number): number {
      for (const [key, { level, at }] of buckets) {
        if (level + nowMs - at >= full) buckets.delete(key);
      }
      return buckets.size;
    },
  };
}
