import { submissionOf } from '#db/submissions';
import { answersFile, quizAnswersSchema, type QuizDraw } from '#lib/answers';
import { database } from './database.ts';

/**
 * The draw that a submission of the learner's was for; null where it is none of theirs or for another exercise. What was
 * handed in was compared with their own draw at the time, so it is no made-up one.
 */
export async function submittedDraw(
  learnerId: string,
  submissionId: string,
  exercise: string,
): Promise<QuizDraw | null> {
  const submission = await submissionOf(database(), learnerId, submissionId);
  if (submission?.exercise !== exercise) return null;
  try {
    return quizAnswersSchema.parse(JSON.parse(submission.files[answersFile] ?? '')).draw;
  } catch {
    // Handed in when the exercise was of another kind.
    return null;
  }
}
