// caught by: adds a tenth to the load when everything fails
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
      for (let attempt = 1; ; attempt++) {
        budget = Math.min(full, budget + 1);
        try {
          return await operation();
        } catch (error) {
          if (isFinal(error) || attempt >= attempts || !takeRetry()) throw error;
        }
      }
    },
  };
}
