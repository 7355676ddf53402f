import type { Exercise } from '#content/exercise';
import { answersFile, quizAnswersSchema, reviewAnswersSchema } from '#lib/answers';
import type { GradingMode, LearnerFiles, TestResult } from '#lib/verdict';
import { judgeQuiz, quizIsComplete } from './quiz.ts';
import { readAnswersFile, UnreadableAnswers } from './read.ts';
import { judgeReview, reviewIsComplete } from './review.ts';

/** `passed` is the exercise's own rule: a quiz passes with one wrong answer in eight. */
export type Judged = { passed: boolean; tests: TestResult[] };

/** Answers that cannot be read are the learner's to put right, and neither right nor wrong. */
export type Unreadable = { unreadable: string };

/**
 * What answers are worth. A run looks at completeness alone and says nothing about right and wrong, so that nobody can
 * try answers out until they fit; only a submit, which counts, is judged.
 */
export function judgeAnswers(exercise: Exercise, files: LearnerFiles, mode: GradingMode): Judged | Unreadable {
  try {
    return judge(exercise, files, mode);
  } catch (error) {
    if (!(error instanceof UnreadableAnswers)) throw error;
    return { unreadable: error.message };
  }
}

function judge({ meta, answers, contentHash }: Exercise, files: LearnerFiles, mode: GradingMode): Judged {
  switch (answers?.kind) {
    case 'review': {
      const given = readAnswersFile(files, reviewAnswersSchema);
      return mode === 'run' ? reviewIsComplete(answers, given) : judgeReview(answers, given);
    }
    case 'quiz': {
      const given = readAnswersFile(files, quizAnswersSchema);
      if (!contentHash.startsWith(given.draw.pool)) {
        throw new UnreadableAnswers(
          'The questions of this quiz have changed since they were put to you. Reload the page to get the new ones.',
        );
      }
      return mode === 'run' ? quizIsComplete(answers, given) : judgeQuiz(answers, given);
    }
    default:
      throw new Error(`${meta.id}: nothing judges ${answersFile} of the kind ${meta.kind}.`);
  }
}
