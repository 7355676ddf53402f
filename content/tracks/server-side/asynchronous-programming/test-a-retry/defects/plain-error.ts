// title: refuses 0 attempts with another kind of error
// hint: Which kind of error does the contract name?
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
  if (attempts < 1) throw new Error('attempts must be at least 1');
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt >= attempts || !isTransient(error)) throw error;
      await wait(Math.min(firstDelayMs * 2 ** (attempt - 1), maxDelayMs));
    }
  }
}
