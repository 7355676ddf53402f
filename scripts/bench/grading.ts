import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'sucrase';
import { peers, questions } from './peers.ts';
import { passed, type Sandbox } from './sandbox.ts';
import { measure, type Measurement } from './statistics.ts';

const exerciseFolder = path.join(import.meta.dirname, 'content/tracks/bench/small-module/small-module');

/** The same module and ten tests: through the sandbox process, and in the other ways to run untrusted code. */
export async function benchGrading(sandbox: Sandbox): Promise<Measurement[]> {
  const source = readFileSync(path.join(exerciseFolder, 'solution.ts'), 'utf8');
  let learner = 0;
  const graded = () =>
    passed(sandbox, {
      exercise: 'bench-small-module',
      files: { 'solution.ts': source },
      learner: `bench-${learner++}`,
    });
  const measurements = [
    await measure('sandbox process, one at a time', graded, { runs: 300, warmUp: 30 }),
    await measure('sandbox process, 2 at a time', graded, { runs: 600, inFlight: 2 }),
    await measure('sandbox process, 8 at a time, queued', graded, { runs: 600, inFlight: 8 }),
  ];
  const module = transform(source, { transforms: ['typescript', 'imports'] }).code;
  const exports: Record<string, unknown> = {};
  new Function('exports', module)(exports);
  const answer = new Function(`return ${questions}`)() as (exports: unknown) => Promise<unknown>;
  const expected = JSON.stringify(await answer(exports));
  for (const peer of await peers(source, expected)) {
    measurements.push(await measure(peer.name, peer.run, { runs: 60 }));
  }
  return measurements;
}
