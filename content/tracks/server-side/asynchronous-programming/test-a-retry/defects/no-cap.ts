// title: has no longest delay
// hint: Let it fail so often that doubling goes beyond maxDelayMs.
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
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt >= attempts || !isTransient(error)) throw error;
      await wait(firstDelayMs * 2 ** (attempt - 1));
    }
  }
}
