type Options = {
  attempts: number;
  baseMs: number;
  capMs: number;
  deadlineMs: number;
  isRetryable: (error: unknown) => boolean;
  random: () => number;
};

export function retry<Value>(attempt: (number: number) => Promise<Value>, options: Options): Promise<Value> {
  const startedAt = Date.now();

  function from(number: number): Promise<Value> {
    return attempt(number).catch((error: unknown) => {
      if (number === options.attempts) throw error;
      if (!options.isRetryable(error)) throw error;
      let ceilingMs = options.baseMs;
      for (let failed = 1; failed < number && ceilingMs < options.capMs; failed++) ceilingMs *= 2;
      const waitMs = Math.floor(options.random() * Math.min(ceilingMs, options.capMs));
      if (Date.now() - startedAt + waitMs > options.deadlineMs) throw error;
      return new Promise<void>((resolve) => setTimeout(resolve, waitMs)).then(() => from(number + 1));
    });
  }

  return from(1);
}
