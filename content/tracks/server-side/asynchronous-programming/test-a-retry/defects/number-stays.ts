// title: gives every call the number 1
// hint: What is each call given?
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
      return await work(1);
    } catch (error) {
      if (attempt >= attempts || !isTransient(error)) throw error;
      await wait(Math.min(firstDelayMs * 2 ** (attempt - 1), maxDelayMs));
    }
  }
}
