type Step = {
  name: string;
  run: (key: string) => Promise<unknown>;
  compensate?: (key: string) => Promise<unknown>;
  retry?: boolean;
};
type Entry = { step: string; event: 'done' | 'failed' | 'undone' };
type Log = { read: () => Promise<Entry[]>; append: (entry: Entry) => Promise<unknown> };

export async function runSaga(id: string, steps: Step[], log: Log, retryMs: number): Promise<'done' | 'undone'> {
  for (const step of steps) await step.run(step.name);
  return 'done';
}
