import type { AnswersSource, Exercise } from '#content/exercise';
import type { LearnerFiles, TestResult, Verdict } from '#lib/verdict';
import { createAnswersRuntime } from '#sandbox/answers/runtime';

const runtime = createAnswersRuntime();

/** An exercise without code that lies on no disk. */
export function answeredExercise(answers: AnswersSource): Exercise {
  return {
    meta: {
      id: `a-${answers.kind}`,
      title: 'An exercise without code',
      summary: 'Made for a test of the sandbox, and for nothing else.',
      kind: answers.kind,
      languages: [],
      level: 'junior',
      minutes: 5,
      skills: ['programming'],
    },
    folder: '/nowhere',
    contentHash: 'f00d'.repeat(16),
    task: '',
    hints: [],
    after: '',
    starter: {},
    solution: {},
    alternatives: [],
    wrong: [],
    tests: '',
    hidden: '',
    answers,
  };
}

export const filesOf = (answers: unknown): LearnerFiles => ({
  'answers.json': typeof answers === 'string' ? answers : JSON.stringify(answers),
});

export async function gradeAnswers(exercise: Exercise, files: LearnerFiles, mode: 'run' | 'submit' = 'submit') {
  const told: TestResult[] = [];
  const verdict = await runtime.grade({
    exercise,
    files,
    mode,
    seed: 1,
    onStarted: () => undefined,
    onTest: (_index, result) => void told.push(result),
    signal: new AbortController().signal,
  });
  return { verdict, tests: testsOf(verdict), told };
}

function testsOf(verdict: Verdict): TestResult[] {
  if (verdict.status === 'unavailable') throw new Error(verdict.message);
  return verdict.tests;
}
