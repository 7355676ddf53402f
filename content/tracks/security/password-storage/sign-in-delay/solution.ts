type Options = { freeFailures: number; baseDelayMs: number; maxDelayMs: number; forgetAfterMs: number };
type Failures = { count: number; lastAt: number };

export function createThrottle({ freeFailures, baseDelayMs, maxDelayMs, forgetAfterMs }: Options) {
  const failuresByAccount = new Map<string, Failures>();
  const accountOf = (email: string) => email.trim().toLowerCase();

  function recent(email: string): Failures | undefined {
    const failures = failuresByAccount.get(accountOf(email));
    return failures && Date.now() - failures.lastAt < forgetAfterMs ? failures : undefined;
  }

  return {
    check(email: string): number {
      const failures = recent(email);
      if (!failures || failures.count <= freeFailures) return 0;
      const delayMs = Math.min(baseDelayMs * 2 ** (failures.count - freeFailures - 1), maxDelayMs);
      return Math.max(0, failures.lastAt + delayMs - Date.now());
    },
    fail(email: string): void {
      failuresByAccount.set(accountOf(email), { count: (recent(email)?.count ?? 0) + 1, lastAt: Date.now() });
    },
    succeed(email: string): void {
      failuresByAccount.delete(accountOf(email));
    },
  };
}
