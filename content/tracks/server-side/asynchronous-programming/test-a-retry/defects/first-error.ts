// title: rejects with the error of the first call
// hint: Let every call fail with an error of its own.
type RetryOptions = {
  attempts: number;
  firstDelayMs: number;
  maxDelayMs: number;
  isTransient: (error: unknown) => boolean;
};

const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

export async function retry<Result>(
  work: (attempt: number) => Promise<Result>,
  { attempts, firstDelayMs, maxDelayMs, isTransient }: RetryOptions,
): Promise<Result> {
  if (attempts < 1) throw new RangeError('attempts must be at least 1');
  let first: { error: unknown } | undefined;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      first ??= { error };
      if (attempt >= attempts || !isTransient(error)) throw first.error;
      await wait(Math.min(firstDelayMs * 2 ** (attempt - 1), maxDelayMs));
    }
  }
}
