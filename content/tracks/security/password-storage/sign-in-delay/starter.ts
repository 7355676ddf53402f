type Options = { freeFailures: number; baseDelayMs: number; maxDelayMs: number; forgetAfterMs: number };

export function createThrottle(options: Options) {
  return {
    check(email: string): number {
      return 0;
    },
    fail(email: string): void {},
    succeed(email: string): void {},
  };
}
