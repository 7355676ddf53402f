type Options = { worker: number; epochMs: number; now: () => number; sleep: (ms: number) => Promise<unknown> };

export function createIds({ worker, epochMs, now, sleep }: Options) {
  return {
    async next(): Promise<string> {
      return String(now() - epochMs);
    },
  };
}

export function parse(id: string, epochMs: number) {
  return { atMs: Number(id) + epochMs, worker: 0, sequence: 0 };
}
