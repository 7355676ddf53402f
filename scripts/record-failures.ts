import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Failure, failures } from '#app/home/failures';
import { readExercise } from '#content/exercise';
import { contentRoots } from '#content/folders';
import type { TestResult } from '#lib/verdict';
import { type OpenSandbox, openSandbox } from './open-sandbox.ts';

// Grades the mistakes that the start page shows and writes what the sandbox says: `node scripts/record-failures.ts`.
const root = path.join(import.meta.dirname, '..');

if (import.meta.main) {
  await using sandbox = openSandbox(contentRoots());
  const results: [string, TestResult][] = [];
  for (const failure of failures) results.push([failure.exerciseId, await gradeFailure(failure, sandbox)]);
  const file = path.join(root, 'app/home/failures.json');
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(results), null, 2)}\n`);
  console.log(`underpin: ${results.length} failures recorded. Run prettier on ${path.relative(root, file)}.`);
}

/** The result of the one test that is shown. */
export async function gradeFailure(failure: Failure, sandbox: OpenSandbox): Promise<TestResult> {
  const folder = path.join(root, 'content/tracks', failure.folder);
  const source = readFileSync(path.join(folder, 'wrong', failure.mistake), 'utf8');
  const file = `solution${path.extname(failure.mistake)}`;
  const verdict = await sandbox.grade(
    readExercise(folder, contentRoots()),
    { [file]: source },
    { mode: 'submit', seed: 1 },
  );
  if (verdict.status === 'unavailable') throw new Error(`${failure.exerciseId} was not graded: ${verdict.message}`);
  const result = verdict.tests.find((test) => test.name === failure.test);
  if (!result) throw new Error(`${failure.exerciseId} has no test "${failure.test}".`);
  return result;
}
