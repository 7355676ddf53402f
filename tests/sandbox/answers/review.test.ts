import { expect, test } from 'vitest';
import { verdictSchema } from '#lib/verdict';
import { referenceAnswers } from '#sandbox/answers/reference';
import { answeredExercise, filesOf, gradeAnswers } from './answered.ts';

const exercise = answeredExercise({
  kind: 'review',
  artefact: { name: 'artefact.ts', lines: Array.from({ length: 30 }, (_, index) => `line ${index + 1}`) },
  falseMarksMax: 1,
  defects: [
    { id: 'injection', name: 'Input becomes code' },
    { id: 'no-limit', name: 'Nothing bounds the answer' },
    { id: 'typo', name: 'A name is misspelt' },
    { id: 'race', name: 'Two requests can overtake', decoy: 'There is one request at a time here.' },
    { id: 'leak', name: 'A secret is printed', decoy: 'Nothing here is a secret at all.' },
  ],
  findings: [
    {
      id: 'a',
      defect: 'injection',
      lines: [
        { from: 4, to: 6 },
        { from: 9, to: 9 },
      ],
      severity: 'major',
      explanation: 'Why it is injected.',
    },
    {
      id: 'b',
      defect: 'no-limit',
      lines: [{ from: 12, to: 12 }],
      severity: 'major',
      explanation: 'Why it is unbounded.',
    },
    {
      id: 'c',
      defect: 'typo',
      lines: [{ from: 20, to: 21 }],
      severity: 'minor',
      explanation: 'Why the name is wrong.',
    },
  ],
});

const mark = (from: number, to: number, defect: string) => ({ from, to, defect });
const both = [mark(6, 8, 'injection'), mark(12, 12, 'no-limit')];
const review = (...marks: unknown[]) => gradeAnswers(exercise, filesOf({ marks }));
const words = (tests: { name: string; status: string }[]) => tests.map(({ name, status }) => `${status}: ${name}`);

test('all major findings pass, and what was missed beside them is shown', async () => {
  const { verdict, tests } = await review(...both);
  expect(verdict.status).toBe('passed');
  expect(words(tests)).toEqual([
    'passed: Lines 4–6 and 9: Input becomes code',
    'passed: Line 12: Nothing bounds the answer',
    'failed: Lines 20–21: A name is misspelt',
  ]);
  expect(tests[0]).toMatchObject({ message: 'Why it is injected.', answer: { type: 'finding', severity: 'major' } });
  expect(tests[2]?.message).toBe('Why the name is wrong.');
});

test('a mark counts on any line of the finding, and on none beside it', async () => {
  const on = (from: number, to: number) => review(mark(from, to, 'injection'), both[1]);
  for (const [from, to] of [
    [1, 4],
    [6, 6],
    [9, 10],
    [5, 5],
  ] as const)
    expect((await on(from, to)).verdict.status).toBe('passed');
  for (const [from, to] of [
    [1, 3],
    [7, 8],
    [10, 12],
  ] as const)
    expect((await on(from, to)).verdict.status).toBe('failed');
});

test('the right lines with another defect are a false mark, not a finding', async () => {
  const { verdict, tests } = await review(mark(4, 6, 'no-limit'), mark(12, 12, 'no-limit'));
  expect(verdict.status).toBe('failed');
  expect(tests.at(-1)).toMatchObject({
    name: 'Lines 4–6: Nothing bounds the answer',
    status: 'failed',
    answer: { type: 'false-mark', lines: { from: 4, to: 6 } },
  });
  expect(tests.at(-1)?.message).toContain('but it is not this');
});

test('before a pass nothing tells where a missed finding is, nor which defect it has', async () => {
  const { verdict } = await review(both[0]);
  expect(verdict.status).toBe('failed');
  const told = JSON.stringify(verdict);
  expect(told).toContain('Why it is injected.');
  for (const secret of [
    'Why it is unbounded',
    'Nothing bounds',
    'Why the name',
    'misspelt',
    '"from":12',
    '"from":20',
  ]) {
    expect(told).not.toContain(secret);
  }
});

test('precision counts: one false mark is allowed, two are not, and each is explained', async () => {
  const one = await review(...both, mark(1, 2, 'race'));
  expect(one.verdict.status).toBe('passed');
  expect(one.tests.at(-1)?.message).toBe('There is one request at a time here.');
  const two = await review(...both, mark(1, 2, 'race'), mark(28, 28, 'no-limit'));
  expect(two.verdict.status).toBe('failed');
  expect(two.tests.at(-1)?.message).toContain('not on these lines');
});

test('marking everything with everything does not pass', async () => {
  const shotgun = Array.from({ length: 10 }, (_, index) =>
    ['injection', 'no-limit', 'typo'].map((defect) => mark(index * 3 + 1, index * 3 + 3, defect)),
  ).flat();
  expect((await review(...shotgun)).verdict.status).toBe('failed');
});

test('the same mark twice, and two marks on one finding, count once', async () => {
  const { verdict, tests } = await review(...both, mark(4, 4, 'injection'), mark(1, 1, 'leak'), mark(1, 1, 'leak'));
  expect(verdict.status).toBe('passed');
  expect(tests.filter(({ answer }) => answer?.type === 'false-mark')).toHaveLength(1);
});

test.each([
  ['not json', 'is not JSON'],
  [{ marks: [{ from: 1 }] }, 'another shape'],
  [{ marks: [mark(0, 1, 'race')] }, 'another shape'],
  [{ marks: [], extra: true }, 'another shape'],
  [{ marks: [mark(5, 4, 'race')] }, 'before it begins'],
  [{ marks: [mark(30, 31, 'race')] }, 'has 30'],
  [{ marks: [mark(1, 13, 'race')] }, 'at most 12'],
  [{ marks: [mark(1, 1, 'unknown')] }, 'not in the list'],
])('answers that cannot be read say why (%j)', async (given, message) => {
  const { verdict } = await gradeAnswers(exercise, filesOf(given));
  expect(verdict).toMatchObject({ status: 'errored', reason: 'syntax', tests: [] });
  expect('message' in verdict && verdict.message).toContain(message);
});

test('a run says whether something is marked, and nothing about right and wrong', async () => {
  const { verdict, tests } = await gradeAnswers(exercise, filesOf({ marks: [mark(1, 1, 'race')] }), 'run');
  expect(verdict.status).toBe('passed');
  expect(words(tests)).toEqual(['passed: Something is marked']);
  const right = await gradeAnswers(exercise, filesOf({ marks: both }), 'run');
  expect(right.tests).toEqual(tests);
  expect((await gradeAnswers(exercise, filesOf({ marks: [] }), 'run')).verdict.status).toBe('failed');
});

test('the right answers pass whole, each told once, in the shape of a verdict', async () => {
  const { verdict, tests, told } = await gradeAnswers(exercise, referenceAnswers(exercise));
  expect(verdict.status).toBe('passed');
  expect(tests.every(({ status }) => status === 'passed')).toBe(true);
  expect(told).toEqual(tests);
  expect(verdictSchema.parse(JSON.parse(JSON.stringify(verdict)))).toMatchObject({ status: 'passed' });
});
