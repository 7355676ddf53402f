type RetryOptions = {
  attempts: number;
  firstDelayMs: number;
  maxDelayMs: number;
  isTransient: (error: unknown) => boolean;
};

/** Calls itself with the next number and twice the delay; asks whether an error is transient before it counts. */
export async function retry<Result>(
  work: (attempt: number) => Promise<Result>,
  options: RetryOptions,
): Promise<Result> {
  const { attempts, firstDelayMs, maxDelayMs, isTransient } = options;
  if (!(attempts >= 1)) throw new RangeError(`attempts is ${attempts}, and has to be 1 or more`);
  const tryFrom = (attempt: number, delayMs: number): Promise<Result> =>
    Promise.resolve(work(attempt)).catch((error: unknown) => {
      if (!isTransient(error) || attempt === attempts) throw error;
      return new Promise<Result>((resolve, reject) => {
        setTimeout(() => {
          tryFrom(attempt + 1, Math.min(delayMs * 2, maxDelayMs)).then(resolve, reject);
        }, delayMs);
      });
    });
  return tryFrom(1, Math.min(firstDelayMs, maxDelayMs));
}
