// caught by: is exact after many small steps
type Answer = { allowed: boolean; remaining: number; retryAfterMs: number };
type Bucket = { level: number; at: number };

export function createLimiter(capacity: number, refillMs: number) {
  const full = capacity;
  const buckets = new Map<string, Bucket>();

  return {
    take(key: string, nowMs: number): Answer {
      const { level, at } = buckets.get(key) ?? { level: full, at: nowMs };
      const now = Math.max(at, nowMs);
      const present = Math.min(full, level + (now - at) / refillMs);

      const allowed = present >= 1;
      const left = allowed ? present - 1 : present;
      buckets.set(key, { level: left, at: now });
      return { allowed, remaining: Math.floor(left), retryAfterMs: allowed ? 0 : Math.ceil((1 - present) * refillMs) };
    },

    sweep(nowMs: number): number {
      for (const [key, { level, at }] of buckets) {
        if (level + (nowMs - at) / refillMs >= full) buckets.delete(key);
      }
      return buckets.size;
    },
  };
}
