/** Whole retries and a count of runs towards the next one. */
export function createRetrier(attempts: number, every: number, reserve: number) {
  let whole = reserve;
  let part = 0;
  return {
    run(operation: () => Promise<any>) {
      if (whole < reserve && ++part === every) {
        whole++;
        part = 0;
      }
      const again = (left: number): Promise<any> =>
        operation().catch((error: any) => {
          if (left <= 1 || error?.retryable === false || whole < 1) throw error;
          whole--;
          return again(left - 1);
        });
      return again(attempts);
    },
  };
}
