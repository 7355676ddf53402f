type Terms = { priority: number; startBy: number };

export function createShedder({ concurrency, maxWaiting }: { concurrency: number; maxWaiting: number }) {
  return {
    async submit<Result>(work: () => Promise<Result>, { priority, startBy }: Terms): Promise<Result> {
      return work();
    },
  };
}
