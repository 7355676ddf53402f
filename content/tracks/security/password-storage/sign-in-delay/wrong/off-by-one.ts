// caught by: lets the free failures pass and delays the next one by the base delay
export function createThrottle({ freeFailures, baseDelayMs, maxDelayMs, forgetAfterMs }: Record<string, number>) {
  const accounts = new Map<string, { count: number; at: number }>();
  const key = (email: string) => email.trim().toLowerCase();
  const recent = (email: string) => {
    const account = accounts.get(key(email));
    return account && Date.now() - account.at < forgetAfterMs! ? account : undefined;
  };
  return {
    check(email: string) {
      const account = recent(email);
      if (!account || account.count < freeFailures!) return 0;
      return Math.max(
        0,
        account.at + Math.min(baseDelayMs! * 2 ** (account.count - freeFailures!), maxDelayMs!) - Date.now(),
      );
    },
    fail(email: string) {
      accounts.set(key(email), { count: (recent(email)?.count ?? 0) + 1, at: Date.now() });
    },
    succeed(email: string) {
      accounts.delete(key(email));
    },
  };
}
