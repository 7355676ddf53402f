export function createRetrier(attempts: number, every: number, reserve: number) {
  return {
    async run<Result>(operation: () => Promise<Result>): Promise<Result> {
      return operation();
    },
  };
}
