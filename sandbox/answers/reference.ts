import { drawQuestions, type Exercise } from '#content/exercise';
import { answersFile, type QuizAnswers, type QuizDraw, type ReviewAnswers } from '#lib/answers';
import type { LearnerFiles } from '#lib/verdict';

/** The right answers, as a learner would hand them in: for the check of content and for grading a folder by hand. */
export function referenceAnswers({ answers, contentHash, meta }: Exercise, attempt = 0): LearnerFiles {
  switch (answers?.kind) {
    case 'review': {
      const marks = answers.findings.map(({ defect, lines: [first] }) => ({ ...first!, defect }));
      return file({ marks } satisfies ReviewAnswers);
    }
    case 'quiz': {
      const draw: QuizDraw = { seed: 'reference', attempt, pool: contentHash.slice(0, 16) };
      const entries = drawQuestions(answers.questions, answers.draw, draw).map(({ question, order }) => {
        const places = order.flatMap((option, place) => (question.options[option]?.right ? [place] : []));
        return [question.id, places] as const;
      });
      return file({ draw, answers: Object.fromEntries(entries) } satisfies QuizAnswers);
    }
    default:
      throw new Error(`${meta.id} of the kind ${meta.kind} has no right answers.`);
  }
}

const file = (answers: unknown): LearnerFiles => ({ [answersFile]: JSON.stringify(answers) });
