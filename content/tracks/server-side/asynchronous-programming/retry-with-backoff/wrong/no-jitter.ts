// caught by: draws each wait anew between nothing and the ceiling
type Options = {
  attempts: number;
  baseMs: number;
  capMs: number;
  deadlineMs: number;
  isRetryable: (error: unknown) => boolean;
  random: () => number;
};

export async function retry<Value>(
  attempt: (number: number) => Promise<Value>,
  { attempts, baseMs, capMs, deadlineMs, isRetryable, random }: Options,
): Promise<Value> {
  const giveUpAt = Date.now() + deadlineMs;
  for (let number = 1; ; number++) {
    try {
      return await attempt(number);
    } catch (error) {
      if (number >= attempts || !isRetryable(error)) throw error;
      const ceilingMs = Math.min(capMs, baseMs * 2 ** (number - 1));
      const waitMs = ceilingMs;
      if (Date.now() + waitMs > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
