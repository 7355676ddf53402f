type RetryOptions = {
  attempts: number;
  firstDelayMs: number;
  maxDelayMs: number;
  isTransient: (error: unknown) => boolean;
};

/** Works the delays out before it begins, and goes through the list. */
export const retry = async <Result>(
  work: (attempt: number) => Promise<Result>,
  { attempts, firstDelayMs, maxDelayMs, isTransient }: RetryOptions,
): Promise<Result> => {
  if (attempts < 1) throw new RangeError('at least one attempt, please');
  const delaysMs = Array.from({ length: attempts - 1 }, (_, index) => Math.min(maxDelayMs, firstDelayMs * 2 ** index));
  for (const [index, delayMs] of delaysMs.entries()) {
    const outcome = await work(index + 1).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    if ('value' in outcome) return outcome.value;
    if (!isTransient(outcome.error)) throw outcome.error;
    await new Promise<void>((resolve) => void setTimeout(resolve, delayMs));
  }
  return work(attempts);
};
