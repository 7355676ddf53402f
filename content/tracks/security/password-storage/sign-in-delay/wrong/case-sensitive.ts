// caught by: counts one account under every spelling of its address
export function createThrottle({ freeFailures, baseDelayMs, maxDelayMs, forgetAfterMs }: Record<string, number>) {
  const accounts = new Map<string, { count: number; at: number }>();
  const recent = (email: string) => {
    const account = accounts.get(email);
    return account && Date.now() - account.at < forgetAfterMs! ? account : undefined;
  };
  return {
    check(email: string) {
      const account = recent(email);
      if (!account || account.count <= freeFailures!) return 0;
      return Math.max(
        0,
        account.at + Math.min(baseDelayMs! * 2 ** (account.count - freeFailures! - 1), maxDelayMs!) - Date.now(),
      );
    },
    fail(email: string) {
      accounts.set(email, { count: (recent(email)?.count ?? 0) + 1, at: Date.now() });
    },
    succeed(email: string) {
      accounts.delete(email);
    },
  };
}
