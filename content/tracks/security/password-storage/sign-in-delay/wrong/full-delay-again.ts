// caught by: counts the delay down from the last failure
export function createThrottle({ freeFailures, baseDelayMs, maxDelayMs, forgetAfterMs }: Record<string, number>) {
  const accounts = new Map<string, { count: number; at: number }>();
  const key = (email: string) => email.trim().toLowerCase();
  return {
    check(email: string) {
      const account = accounts.get(key(email));
      if (!account || account.count <= freeFailures! || Date.now() - account.at >= forgetAfterMs!) return 0;
      const delay = Math.min(baseDelayMs! * 2 ** (account.count - freeFailures! - 1), maxDelayMs!);
      return Date.now() - account.at >= delay ? 0 : delay;
    },
    fail(email: string) {
      accounts.set(key(email), { count: (accounts.get(key(email))?.count ?? 0) + 1, at: Date.now() });
    },
    succeed(email: string) {
      accounts.delete(key(email));
    },
  };
}
