import os from 'node:os';

/** Runs the work with as many at a time as the machine has cores; results keep the order of the work. */
export async function inParallel<Result>(
  work: (() => Promise<Result>)[],
  atATime = os.availableParallelism(),
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = work.entries();
  const worker = async () => {
    for (const [index, start] of waiting) results[index] = await start();
  };
  await Promise.all(Array.from({ length: Math.min(atATime, work.length) }, worker));
  return results;
}
