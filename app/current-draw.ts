import { drawFor } from '#content/quiz-draw';
import type { ExercisePage } from '#content/load';
import { exerciseProgressOf } from '#db/progress';
import type { QuizDraw } from '#lib/answers';
import { database } from './database.ts';

/**
 * The draw of a quiz that a learner is to answer now. It follows from who they are and how many of their attempts were
 * graded, so nobody can ask again until the questions suit them; what is handed in for another draw is refused.
 */
export async function currentDraw(
  { id, contentHash }: Pick<ExercisePage, 'id' | 'contentHash'>,
  learnerId: string,
): Promise<QuizDraw> {
  const progress = await exerciseProgressOf(database(), learnerId, id);
  return drawFor({ exercise: id, contentHash, learner: learnerId, attempt: progress?.attempts ?? 0 });
}

export function isSameDraw(a: QuizDraw, b: QuizDraw): boolean {
  return a.seed === b.seed && a.attempt === b.attempt && a.pool === b.pool;
}
