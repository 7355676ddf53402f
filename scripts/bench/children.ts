import { findExercise } from '#content/find-exercise';
import { createJavascriptRuntime } from '#sandbox/javascript/runtime';
import { measure, type Measurement } from './statistics.ts';

/** The same submissions through pools of several sizes, as many at a time as there are children. */
export async function benchChildren(counts: number[], runs: number): Promise<Measurement[]> {
  const exercise = findExercise('bench-small-module');
  const source = exercise?.solution.typescript;
  if (exercise === null || source === undefined) throw new Error('the exercise of the benchmark is not there');
  const measurements: Measurement[] = [];
  for (const children of counts) {
    const runtime = createJavascriptRuntime({ children });
    await runtime.boot();
    const grade = async (): Promise<void> => {
      const verdict = await runtime.grade({
        exercise,
        files: { 'solution.ts': source },
        mode: 'run',
        seed: 1,
        onStarted: () => undefined,
        onTest: () => undefined,
        signal: new AbortController().signal,
      });
      if (verdict.status !== 'passed') throw new Error(`expected a pass, got ${verdict.status}`);
    };
    const name = `${children} ${children === 1 ? 'child' : 'children'}, ${children} at a time`;
    measurements.push(await measure(name, grade, { runs, inFlight: children, warmUp: 20 }));
    await runtime.dispose();
  }
  return measurements;
}
