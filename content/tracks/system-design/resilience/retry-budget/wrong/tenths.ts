// caught by: earns a retry with every so many runs
export function createRetrier(attempts: number, every: number, reserve: number) {
  // In units of an every-th of a retry, so that only whole numbers are added.
  const full = reserve;
  let budget = full;

  function takeRetry() {
    if (budget < 1) return false;
    budget -= 1;
    return true;
  }

  const isFinal = (error: unknown) =>
    typeof error === 'object' && error !== null && 'retryable' in error && error.retryable === false;

  return {
    async run<Result>(operation: () => Promise<Result>): Promise<Result> {
      budget = Math.min(full, budget + 1 / every);
      for (let attempt = 1; ; attempt++) {
        try {
          return await operation();
        } catch (error) {
          if (isFinal(error) || attempt >= attempts || !takeRetry()) throw error;
        }
      }
    },
  };
}
