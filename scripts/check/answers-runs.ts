import path from 'node:path';
import { ContentError, type Exercise } from '#content/exercise';
import type { LearnerFiles, Verdict } from '#lib/verdict';
import { referenceAnswers } from '#sandbox/answers/reference';
import type { OpenSandbox } from '../open-sandbox.ts';

/** Enough attempts at a quiz to be asked every question at least once. */
const attempts = (pool: number, draw: number): number => Math.ceil(pool / draw);

/** Proves that the right answers pass, at each attempt, and that no answers do not. */
export async function checkAnswersRuns(exercise: Exercise, sandbox: OpenSandbox): Promise<ContentError[]> {
  const { answers, folder } = exercise;
  if (answers?.kind !== 'review' && answers?.kind !== 'quiz') return [];
  const file = path.join(folder, answers.kind === 'review' ? 'findings.yaml' : 'questions.yaml');
  const grade = async (files: LearnerFiles): Promise<Verdict> => {
    const verdict = await sandbox.grade(exercise, files, { mode: 'submit', seed: 1 });
    if (verdict.status === 'unavailable') throw new Error(`${folder} could not be graded: ${verdict.message}`);
    return verdict;
  };
  const problems: ContentError[] = [];
  const report = (problem: string) => problems.push(new ContentError(file, problem, 'Correct it, or the grading'));
  const count = answers.kind === 'quiz' ? attempts(answers.questions.length, answers.draw) : 1;
  for (let attempt = 0; attempt < count; attempt++) {
    const right = referenceAnswers(exercise, attempt);
    const verdict = await grade(right);
    const missed = 'tests' in verdict ? verdict.tests.filter(({ status }) => status !== 'passed') : [];
    if (verdict.status !== 'passed' || missed.length > 0) {
      report(`the right answers end as ${verdict.status} (${missed.map(({ name }) => name).join(', ')})`);
    }
    const none = await grade(withoutAnswers(right));
    if (none.status !== 'failed') report(`an empty form ends as ${none.status}`);
  }
  return problems;
}

function withoutAnswers(files: LearnerFiles): LearnerFiles {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => {
      const given = JSON.parse(text) as Record<string, unknown>;
      return [name, JSON.stringify('marks' in given ? { marks: [] } : { ...given, answers: {} })];
    }),
  );
}
