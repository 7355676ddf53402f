import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findExercise } from '#content/find-exercise';
import { fileEndings } from '#lib/verdict';
import { passed } from './grading.ts';
import { measure, type Measurement } from './statistics.ts';

/** One honest submission of each kind, with the exercise that it is for. */
export type Subject = { name: string; exercise: string; files: Record<string, string>; isPython: boolean };

const chosen = [
  ['code: TypeScript, ten tests', 'bench-small-module'],
  ['http: Hono and zod, five tests', 'bench-small-service'],
  ['http with a database, four tests', 'bench-service-with-data'],
  ['sql: a sorted query on one data set', 'bench-sorted-query'],
  ['tests: a suite against the visible implementations', 'test-a-range-parser'],
  ['code: Python, four tests', 'bench-small-script'],
] as const;

/** Those whose exercise is there; the reference is what is handed in. */
export function subjects(): Subject[] {
  return chosen.flatMap(([name, id]) => {
    const exercise = findExercise(id);
    const language = exercise?.meta.languages[0];
    if (exercise === null || language === undefined) return [];
    const file = `solution.${fileEndings[language]}`;
    const source = readFileSync(path.join(exercise.folder, file), 'utf8');
    return [{ name, exercise: id, files: { [file]: source }, isPython: language === 'python' }];
  });
}

/** Each kind by itself, one submission after the other, through the sandbox process. */
export async function benchKinds(runs: number): Promise<Measurement[]> {
  let learner = 0;
  const measurements: Measurement[] = [];
  for (const { name, exercise, files } of subjects()) {
    const grade = () => passed(exercise, files, 'run', `kind-${learner++}`);
    measurements.push(await measure(name, grade, { runs, warmUp: 10 }));
  }
  return measurements;
}
