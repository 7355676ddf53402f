import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findExercise } from '#content/find-exercise';
import { fileEndings } from '#lib/verdict';
import { passed, type Sandbox } from './sandbox.ts';
import { measure, type Measurement } from './statistics.ts';

/** One honest submission of each kind, with the exercise that it is for. */
export type Subject = { name: string; exercise: string; files: Record<string, string>; goalMs?: number };

const chosen: [name: string, exercise: string, goalMs?: number][] = [
  ['code: TypeScript, ten tests', 'bench-small-module'],
  ['code: TypeScript, its types checked first', 'single-flight-cache'],
  ['http: Hono and zod, five tests', 'bench-small-service', 25],
  ['http with a database, four tests', 'bench-service-with-data', 80],
  ['sql: a sorted query on one data set', 'bench-sorted-query', 60],
  ['sql: tables, judged by a suite', 'coupon-tables', 60],
  ['sql: two sessions at a time', 'somebody-stays-on-call', 60],
  ['tests: a suite against the visible implementations', 'test-a-range-parser'],
  ['lab: an attack and its defence', 'steal-a-reset-token'],
  ['code: Python, four tests', 'bench-small-script', 250],
];

/** Those whose exercise is there; the reference is what is handed in. */
export function subjects(): Subject[] {
  return chosen.flatMap(([name, id, goalMs]) => {
    const exercise = findExercise(id);
    const language = exercise?.meta.languages[0];
    if (exercise === null || language === undefined) return [];
    const file = `solution.${fileEndings[language]}`;
    const source = readFileSync(path.join(exercise.folder, file), 'utf8');
    const attack = exercise.lab?.exploits[0]?.source;
    const files = attack === undefined ? { [file]: source } : { 'exploit.ts': attack, 'service.ts': source };
    return [{ name, exercise: id, files, ...(goalMs !== undefined && { goalMs }) }];
  });
}

export type KindMeasurement = Pick<Subject, 'name' | 'goalMs'> & { rested: Measurement; backToBack: Measurement };

/**
 * Each kind by itself, through the sandbox process: one run after the other, and each after a rest, as a learner's is who
 * reads the verdict before the next. The rest is what children, databases and interpreters are made ready in.
 */
export async function benchKinds(sandbox: Sandbox, runs: number): Promise<KindMeasurement[]> {
  let learner = 0;
  const measurements: KindMeasurement[] = [];
  for (const { name, exercise, files, goalMs } of subjects()) {
    const grade = () => passed(sandbox, { exercise, files, learner: `kind-${learner++}` });
    const backToBack = await measure(name, grade, { runs: Math.ceil(runs / 2), warmUp: 10 });
    const rested = await measure(name, grade, { runs, warmUp: 0, before: sandbox.rest });
    measurements.push({ name, rested, backToBack, ...(goalMs !== undefined && { goalMs }) });
  }
  return measurements;
}
