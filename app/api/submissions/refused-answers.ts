import type { ExercisePage } from '#content/load';
import { answersFile, quizAnswersSchema } from '#lib/answers';
import type { GradingMode, LearnerFiles } from '#lib/verdict';
import { currentDraw, isSameDraw } from '../../current-draw.ts';
import { problem } from '../http/problem.ts';

/** What cannot be graded in this mode at all, whoever asks; null when it can. */
export function refusedKind({ kind }: ExercisePage, mode: GradingMode): Response | null {
  if (kind === 'write') {
    return problem('invalid-request', 'A text is not graded: compare it with the model answer and score it yourself.');
  }
  if (kind === 'quiz' && mode === 'run') {
    return problem('invalid-request', 'A quiz has nothing to run. Submit it when every question is answered.');
  }
  return null;
}

/**
 * Refuses answers to questions that the learner is not asked now: those of an attempt that was graded already (in
 * another tab, say), of another version of the quiz, or of a draw that was made up. Nothing is stored or counted.
 */
export async function refusedDraw(
  page: ExercisePage,
  files: LearnerFiles,
  learnerId: string,
): Promise<ReturnType<typeof problem> | null> {
  if (page.kind !== 'quiz') return null;
  const given = quizAnswersSchema.safeParse(jsonOf(files[answersFile] ?? ''));
  if (!given.success) return problem('invalid-request', 'The answers cannot be read. Reload the page and try again.');
  if (isSameDraw(given.data.draw, await currentDraw(page, learnerId))) return null;
  return problem('stale-draw', 'These are not the questions of your present attempt. Get the new ones, then answer.');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
