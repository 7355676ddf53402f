import type { Verdict } from '#lib/verdict';
import type { GradeJob, Runtime } from '../runtime.ts';
import { judgeAnswers } from './judge.ts';

/**
 * Judges answers that are no code: marks on an artefact, chosen options. Nothing of the learner's is executed, so there
 * is no child, nothing to boot and nothing to clean up; the answers are data and are checked as such.
 */
export function createAnswersRuntime(): Runtime {
  return {
    name: 'answers',
    boot: () => Promise.resolve(),
    grade: (job) => Promise.resolve().then(() => grade(job)),
    run: () => Promise.reject(new Error('Answers are judged; there is nothing in them to run.')),
    status: () => ({}),
    dispose: () => Promise.resolve(),
  };
}

function grade({ exercise, files, mode, onStarted, onTest, signal }: GradeJob): Verdict {
  signal.throwIfAborted();
  const startedAt = performance.now();
  const judged = judgeAnswers(exercise, files, mode);
  const tests = 'tests' in judged ? judged.tests : [];
  onStarted(tests.length);
  for (const [index, result] of tests.entries()) onTest(index, result);
  const durationMs = performance.now() - startedAt;
  if ('unreadable' in judged) {
    return { version: 1, status: 'errored', reason: 'syntax', message: judged.unreadable, tests, durationMs };
  }
  return { version: 1, status: judged.passed ? 'passed' : 'failed', tests, durationMs };
}
