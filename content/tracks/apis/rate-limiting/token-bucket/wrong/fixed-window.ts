// caught by: never lets more through than capacity and refill allow, in any interval
type Window = { start: number; count: number };

export function createLimiter(capacity: number, refillMs: number) {
  const windowMs = capacity * refillMs;
  const windows = new Map<string, Window>();

  return {
    take(key: string, nowMs: number) {
      const start = Math.floor(nowMs / windowMs) * windowMs;
      let window = windows.get(key);
      if (window === undefined || window.start < start) windows.set(key, (window = { start, count: 0 }));
      if (window.count >= capacity) {
        return { allowed: false, remaining: 0, retryAfterMs: window.start + windowMs - nowMs };
      }
      window.count++;
      return { allowed: true, remaining: capacity - window.count, retryAfterMs: 0 };
    },
    sweep(nowMs: number) {
      for (const [key, { start }] of windows) if (start + windowMs <= nowMs) windows.delete(key);
      return windows.size;
    },
  };
}
