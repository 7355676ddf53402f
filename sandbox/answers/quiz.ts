import { drawQuestions, rightNeeded, type AnswersSource, type Drawn, type Question } from '#content/exercise';
import type { QuizAnswers } from '#lib/answers';
import type { TestResult } from '#lib/verdict';
import type { Judged } from './judge.ts';

type Quiz = Extract<AnswersSource, { kind: 'quiz' }>;

/**
 * Judges the questions of the draw, answered or not; a question is right when exactly its right options are chosen.
 * That the draw is the learner's is for the web process to check, which knows them and their attempts.
 */
export function judgeQuiz(quiz: Quiz, { draw, answers }: QuizAnswers): Judged {
  const tests = drawQuestions(quiz.questions, quiz.draw, draw).map((drawn, index) =>
    judgeQuestion(drawn, index + 1, answers[drawn.question.id] ?? []),
  );
  const right = tests.filter(({ status }) => status === 'passed').length;
  return { passed: right >= rightNeeded(quiz), tests };
}

export function quizIsComplete(quiz: Quiz, { draw, answers }: QuizAnswers): Judged {
  const open = drawQuestions(quiz.questions, quiz.draw, draw).flatMap(({ question }, index) =>
    (answers[question.id] ?? []).length === 0 ? [index + 1] : [],
  );
  const passed = open.length === 0;
  const message = passed
    ? 'Every question is answered. Which answers are right is said when you submit.'
    : `Not answered yet: ${open.length === 1 ? 'question' : 'questions'} ${open.join(', ')}.`;
  const status = passed ? 'passed' : 'failed';
  return { passed, tests: [{ name: 'Every question is answered', status, ...base, message }] };
}

const base = { hidden: false, durationMs: 0, did: [] };

function judgeQuestion({ question, order }: Drawn<Question>, number: number, chosen: number[]): TestResult {
  const options = order.map((place, index) => {
    const { right, explanation } = question.options[place]!;
    return { chosen: chosen.includes(index), right, explanation };
  });
  const right = options.every((option) => option.chosen === option.right);
  return {
    ...base,
    name: `Question ${number}: ${question.about}`,
    status: right ? 'passed' : 'failed',
    ...(!right && { message: whatWasWrong(question, order, options) }),
    answer: { type: 'question', question: question.id, options },
  };
}

/** For a terminal and for history; the page shows every option with its explanation. */
function whatWasWrong(
  question: Question,
  order: number[],
  options: { chosen: boolean; right: boolean; explanation: string }[],
): string {
  if (!options.some(({ chosen }) => chosen)) return 'Not answered.';
  return options
    .flatMap(({ chosen, right, explanation }, index) => {
      if (chosen === right) return [];
      const { text } = question.options[order[index]!]!;
      return [`${chosen ? 'Not right' : 'Right, and not chosen'}: ${text}\n${explanation}`];
    })
    .join('\n\n');
}
