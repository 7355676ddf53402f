type Options = {
  attempts: number;
  baseMs: number;
  capMs: number;
  deadlineMs: number;
  isRetryable: (error: unknown) => boolean;
  random: () => number;
};

export async function retry<Value>(attempt: (number: number) => Promise<Value>, options: Options): Promise<Value> {
  void options;
  return attempt(1);
}
