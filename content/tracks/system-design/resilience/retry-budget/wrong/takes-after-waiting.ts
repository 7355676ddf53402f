// caught by: does not spend a retry twice when runs fail at the same moment
export function createRetrier(attempts: number, every: number, reserve: number) {
  // In units of an every-th of a retry, so that only whole numbers are added.
  const full = reserve * every;
  let budget = full;

  async function takeRetry() {
    if (budget < every) return false;
    await null;
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
          if (isFinal(error) || attempt >= attempts || !(await takeRetry())) throw error;
        }
      }
    },
  };
}
