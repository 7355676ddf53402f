import type { ExercisePage } from '#content/load';
import { keepVersions } from '#db/draft-versions';
import type { LearnerFiles } from '#lib/verdict';
import { database } from './database.ts';

type Handed = { page: ExercisePage; learnerId: string; files: LearnerFiles; submissionId?: string };

/**
 * Puts what was run or submitted into the history of its files. The starter is no work of the learner's, and answers to
 * a quiz belong to questions that are not asked again.
 */
export async function keepHandedIn({ page, learnerId, files, submissionId }: Handed): Promise<void> {
  if (page.kind === 'quiz') return;
  const isStarter = ([name, source]: [string, string]): boolean =>
    page.files.some((file) => file.name === name && file.starter === source);
  const own = Object.fromEntries(Object.entries(files).filter((entry) => submissionId || !isStarter(entry)));
  const what = submissionId === undefined ? { reason: 'run' as const } : { reason: 'submit' as const, submissionId };
  await keepVersions(database(), { learnerId, exerciseId: page.id, files: own, ...what });
}
