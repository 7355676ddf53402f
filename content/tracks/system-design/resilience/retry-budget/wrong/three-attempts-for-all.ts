// caught by: repeats as long as the reserve lasts, and then not any more
export function createRetrier(attempts: number, every: number, reserve: number) {
  // In units of an every-th of a retry, so that only whole numbers are added.
  const full = reserve * every;
  let budget = full;

  function takeRetry() {
    if (budget < every) return false;
    budget -= every;
    return true;
  }

  const isFinal = (error: unknown) =>
    typeof error === 'object' && error !== null && 'retryable' in error && error.retryable === false;

  return {
    async run<Result>(operation: () => Promise<Result>): Promise<Result> {
      budget = Math.min(full, budget + 1);
      for (let attempt = 1; ; attempt++) {
        try {
          return await operation();
        } catch (error) {
          if (isFinal(error) || attempt >= attempts) throw error;
        }
      }
    },
  };
}
