import type { ExerciseMeta } from '#content/exercise';
import type { Verdict } from '#lib/verdict';
import { notRun, type JudgedTest } from '../judge.ts';
import { openSuite } from '../suite.ts';
import type { GradeJob } from '../runtime.ts';
import type { TypeChecker } from './checker.ts';
import { explainTypes } from './messages.ts';
import type { Surroundings } from './protocol.ts';

function surroundingsOf({ kind, modules }: ExerciseMeta): Surroundings {
  if (kind === 'http' || kind === 'lab') return 'web';
  if (kind === 'tests') return 'suite';
  return modules === undefined ? 'language' : 'stores';
}

/**
 * The stage before anything runs, for exercises with `types: true`: the verdict when the types do not fit, null when they
 * do. A file that cannot be read at all passes here, because the next stage says better where its mistake is.
 */
export async function gradeTypes(checker: TypeChecker, job: GradeJob): Promise<Verdict | null> {
  const { meta } = job.exercise;
  if (meta.types !== true) return null;
  const startedMs = performance.now();
  for (const [file, source] of Object.entries(job.files)) {
    if (!file.endsWith('.ts')) continue;
    let checked = await checker.check(file, source, surroundingsOf(meta), job.signal);
    // It may have died of what came before; what ends it twice is in this file.
    if (checked.kind === 'ended' && checked.reason === 'crashed') {
      checked = await checker.check(file, source, surroundingsOf(meta), job.signal);
    }
    const explanation = explainTypes(checked, file);
    if (explanation === null) continue;
    const tests = testsOf(job);
    const results = tests.map((test) => notRun(test, 'not-loaded'));
    job.onStarted(tests.length);
    for (const [index, result] of results.entries()) job.onTest(index, result);
    const { reason = 'type', ...rest } = explanation;
    const durationMs = Math.round(performance.now() - startedMs);
    return { version: 1, status: 'errored', reason, ...rest, tests: results, durationMs };
  }
  return null;
}

/** Their names alone are wanted. The kind tests has none of ours. */
function testsOf({ exercise, mode }: GradeJob): JudgedTest[] {
  const files = mode === 'submit' ? (['tests.ts', 'hidden.ts'] as const) : (['tests.ts'] as const);
  return files.flatMap((file) => {
    const hidden = file === 'hidden.ts';
    return openSuite(hidden ? exercise.hidden : exercise.tests, file).map((test) => ({ ...test, file, hidden }));
  });
}
