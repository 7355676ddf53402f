// caught by: starts to count anew when the last failure is long enough ago
export function createThrottle({ freeFailures, baseDelayMs, maxDelayMs, forgetAfterMs }: Record<string, number>) {
  const accounts = new Map<string, { count: number; at: number }>();
  const key = (email: string) => email.trim().toLowerCase();
  return {
    check(email: string) {
      const account = accounts.get(key(email));
      if (!account || account.count <= freeFailures! || Date.now() - account.at >= forgetAfterMs!) return 0;
      return Math.max(
        0,
        account.at + Math.min(baseDelayMs! * 2 ** (account.count - freeFailures! - 1), maxDelayMs!) - Date.now(),
      );
    },
    fail(email: string) {
      accounts.set(key(email), { count: (accounts.get(key(email))?.count ?? 0) + 1, at: Date.now() });
    },
    succeed(email: string) {
      accounts.delete(key(email));
    },
  };
}
