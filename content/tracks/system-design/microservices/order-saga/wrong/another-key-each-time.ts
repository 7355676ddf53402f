// caught by: runs the steps in order, with a key and an entry for each
type Step = {
  name: string;
  run: (key: string) => Promise<unknown>;
  compensate?: (key: string) => Promise<unknown>;
  retry?: boolean;
};
type Entry = { step: string; event: 'done' | 'failed' | 'undone' };
type Log = { read: () => Promise<Entry[]>; append: (entry: Entry) => Promise<unknown> };

export async function runSaga(id: string, steps: Step[], log: Log, retryMs: number): Promise<'done' | 'undone'> {
  const entries = await log.read();
  const has = (event: Entry['event'], name: string) =>
    entries.some((entry) => entry.event === event && entry.step === name);

  async function untilItSucceeds(call: () => Promise<unknown>) {
    for (;;) {
      try {
        await call();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  }

  async function succeeds({ name, run, retry }: Step) {
    const call = async () => run(`${id}/${name}/${Date.now()}`);
    if (retry) {
      await untilItSucceeds(call);
      return true;
    }
    return call().then(
      () => true,
      () => false,
    );
  }

  let failed = steps.findIndex(({ name }) => has('failed', name));
  for (let i = 0; failed === -1 && i < steps.length; i++) {
    const step = steps[i]!;
    if (has('done', step.name)) continue;
    const ok = await succeeds(step);
    await log.append({ step: step.name, event: ok ? 'done' : 'failed' });
    if (!ok) failed = i;
  }
  if (failed === -1) return 'done';

  // The failed one too: nobody knows whether it had its effect.
  for (const { name, compensate } of steps.slice(0, failed + 1).reverse()) {
    if (!compensate || has('undone', name)) continue;
    await untilItSucceeds(async () => compensate(`${id}/${name}`));
    await log.append({ step: name, event: 'undone' });
  }
  return 'undone';
}
