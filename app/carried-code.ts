import type { ExercisePage } from '#content/load';
import { lastPassedFiles } from '#db/submissions';
import type { LearnerFiles } from '#lib/verdict';
import { database } from './database.ts';

/**
 * What a learner begins a step with in place of its starter: their own code of the step before, as it last passed. By
 * file; {} where there is none.
 */
export async function carriedCode(page: ExercisePage | null, learnerId: string): Promise<LearnerFiles> {
  const before = page?.step?.continues;
  return (before && (await lastPassedFiles(database(), learnerId, before.id))) ?? {};
}
