import { expect, test } from 'vitest';
import type { Question } from '#content/exercise';
import { drawFor, drawQuestions } from '#content/quiz-draw';
import type { QuizAnswers, QuizDraw } from '#lib/answers';
import { referenceAnswers } from '#sandbox/answers/reference';
import { answeredExercise, filesOf, gradeAnswers } from './answered.ts';

/** Question n has the option "n right"; every third one has a second right option. */
const questions: Question[] = Array.from({ length: 14 }, (_, index) => ({
  id: `question-${index}`,
  about: `Matter ${index}`,
  question: `What about ${index}?`,
  options: [
    { text: `${index} right`, right: true, explanation: `Why ${index} is right.` },
    { text: `${index} also`, right: index % 3 === 0, explanation: `Why ${index} also, or not.` },
    { text: `${index} wrong`, right: false, explanation: `Why ${index} is wrong.` },
  ],
}));
const quiz = { kind: 'quiz' as const, draw: 8, passPercent: 80, questions };
const exercise = answeredExercise(quiz);
const pool = exercise.contentHash.slice(0, 16);
const draw: QuizDraw = { seed: 'somebody', attempt: 0, pool };
const asked = (attempt: number, seed = 'somebody') => drawQuestions(questions, 8, { seed, attempt, pool });
const idsAt = (attempt: number, seed?: string) => asked(attempt, seed).map(({ question }) => question.id);

/** All right, but for the first `wrong` questions, which choose the wrong option instead. */
function answers({ wrong = 0, open = 0 } = {}): QuizAnswers {
  const entries = asked(0).map(({ question, order }, index) => {
    const right = order.flatMap((option, place) => (question.options[option]?.right ? [place] : []));
    return [question.id, index < wrong ? [order.indexOf(2)] : index < wrong + open ? [] : right] as const;
  });
  return { draw, answers: Object.fromEntries(entries) };
}

test('seven of eight right pass, six do not, at 80 %', async () => {
  expect((await gradeAnswers(exercise, filesOf(answers({ wrong: 1 })))).verdict.status).toBe('passed');
  expect((await gradeAnswers(exercise, filesOf(answers({ wrong: 2 })))).verdict.status).toBe('failed');
});

test('what is not answered is not right', async () => {
  const { verdict, tests } = await gradeAnswers(exercise, filesOf(answers({ wrong: 1, open: 1 })));
  expect(verdict.status).toBe('failed');
  expect(tests[1]).toMatchObject({ status: 'failed', message: 'Not answered.' });
});

test('where several options are right, exactly these have to be chosen', async () => {
  const several = asked(0).find(({ question }) => question.options.filter(({ right }) => right).length === 2);
  expect(several).toBeDefined();
  const { question, order } = several!;
  const status = async (places: number[]) => {
    const given = answers();
    const { tests } = await gradeAnswers(
      exercise,
      filesOf({ ...given, answers: { ...given.answers, [question.id]: places } }),
    );
    return tests.find(({ answer }) => answer?.type === 'question' && answer.question === question.id)?.status;
  };
  const [first, second, third] = [0, 1, 2].map((option) => order.indexOf(option)) as [number, number, number];
  expect(await status([first, second])).toBe('passed');
  expect(await status([first])).toBe('failed');
  expect(await status([first, second, third])).toBe('failed');
});

test('every option of a judged question is explained, as it stood on the page', async () => {
  const { tests } = await gradeAnswers(exercise, filesOf(answers({ wrong: 1 })));
  const { question, order } = asked(0)[0]!;
  expect(tests[0]).toMatchObject({ name: `Question 1: ${question.about}`, status: 'failed' });
  expect(tests[0]?.answer).toEqual({
    type: 'question',
    question: question.id,
    options: order.map((option) => ({
      chosen: option === 2,
      right: question.options[option]?.right,
      explanation: question.options[option]?.explanation,
    })),
  });
});

test('only questions of the draw are judged, and answers to others are ignored', async () => {
  const given = answers();
  const others = questions.filter(({ id }) => !idsAt(0).includes(id)).map(({ id }) => [id, [0]] as const);
  const { tests } = await gradeAnswers(
    exercise,
    filesOf({ draw, answers: { ...Object.fromEntries(others), ...given.answers } }),
  );
  expect(tests).toHaveLength(8);
});

test('answers to another version of the quiz are not judged', async () => {
  const { verdict } = await gradeAnswers(exercise, filesOf({ ...answers(), draw: { ...draw, pool: 'older' } }));
  expect(verdict).toMatchObject({ status: 'errored' });
  expect('message' in verdict && verdict.message).toContain('have changed');
});

test('a run says what is open, and nothing about right and wrong', async () => {
  const open = await gradeAnswers(exercise, filesOf(answers({ open: 1 })), 'run');
  expect(open.tests).toMatchObject([
    { name: 'Every question is answered', status: 'failed', message: 'Not answered yet: question 1.' },
  ]);
  const right = await gradeAnswers(exercise, filesOf(answers()), 'run');
  const wrong = await gradeAnswers(exercise, filesOf(answers({ wrong: 8 })), 'run');
  expect(right.tests).toEqual(wrong.tests);
});

test('a draw is the same however often it is asked for, and another for each learner', () => {
  expect(asked(0)).toEqual(asked(0));
  expect(idsAt(0)).not.toEqual(idsAt(0, 'somebody else'));
  expect(new Set(idsAt(0)).size).toBe(8);
});

test('a second attempt asks all that was not asked before it repeats anything', () => {
  const [first, second] = [idsAt(0), idsAt(1)];
  const fresh = questions.map(({ id }) => id).filter((id) => !first.includes(id));
  expect(second).toEqual(expect.arrayContaining(fresh));
  expect(second.filter((id) => first.includes(id))).toHaveLength(2);
});

test('options stand in another order at the next attempt, and their place tells nothing', () => {
  const firsts = Array.from({ length: 40 }, (_, attempt) => asked(attempt)[0]!.order[0]);
  expect(new Set(firsts).size).toBe(3);
});

test('learner, exercise, version and attempt decide a draw together', () => {
  const given = { exercise: 'joins', contentHash: 'a'.repeat(64), learner: 'lrn_1', attempt: 0 };
  expect(drawFor(given)).toEqual(drawFor({ ...given }));
  expect(drawFor(given).seed).not.toBe(drawFor({ ...given, learner: 'lrn_2' }).seed);
  expect(drawFor(given).seed).not.toBe(drawFor({ ...given, exercise: 'nulls' }).seed);
  expect(drawFor({ ...given, attempt: 1 }).attempt).toBe(1);
  expect(drawFor(given).pool).not.toBe(drawFor({ ...given, contentHash: 'b'.repeat(64) }).pool);
});

test('the right answers pass at every attempt', async () => {
  for (let attempt = 0; attempt < 5; attempt++) {
    const { verdict, tests } = await gradeAnswers(exercise, referenceAnswers(exercise, attempt));
    expect(verdict.status).toBe('passed');
    expect(tests.every(({ status }) => status === 'passed')).toBe(true);
  }
});
