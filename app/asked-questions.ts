import { drawQuestions } from '#content/quiz-draw';
import type { AnswersSecrets } from '#content/load';
import type { QuizDraw } from '#lib/answers';

type Quiz = Extract<AnswersSecrets, { kind: 'quiz' }>;

/** The questions of a draw as they are asked: in the learner's order, without what is right, nor the rest of the pool. */
export function askedQuestions(quiz: Quiz, draw: QuizDraw) {
  return drawQuestions(quiz.questions, quiz.draw, draw).map(({ question, order }) => ({
    id: question.id,
    questionHtml: question.questionHtml,
    several: question.several,
    options: order.flatMap((option) => question.options[option] ?? []),
  }));
}
