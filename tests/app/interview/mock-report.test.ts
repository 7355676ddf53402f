import { describe, expect, test } from 'vitest';
import type { MockPart } from '#lib/mock';
import type { MockRound } from '#lib/mock-clock';
import type { TestResult, Verdict } from '#lib/verdict';
import { agreementBySkill, agreementOverTime } from '../../../app/interview/mocks/agreement.ts';
import { clockAt, machineEvidence } from '../../../app/interview/mocks/machine-evidence.ts';
import { clockOf } from '../../../app/interview/mocks/mock-clock-answer.ts';
import { mockSummary, summaryInWords, type SummarizedMock } from '../../../app/interview/mocks/mock-summary.ts';
import { nextThings, type Outcome } from '../../../app/interview/mocks/next-things.ts';
import { weakThings } from '../../../app/interview/mocks/weak-things.ts';
import { readinessOf } from '../../../app/progress/readiness.ts';
import { meanSelfScore, selfScoreOf } from '../../../app/interview/mocks/self-score.ts';

const minute = 60_000;
const round = (change: Partial<MockRound> = {}): MockRound => ({
  kind: 'coding',
  minutes: 45,
  startedAtMs: 0,
  pauses: [],
  endedAtMs: null,
  ended: null,
  ...change,
});
const tested = (name: string, status: TestResult['status'], durationMs = 10): TestResult => ({
  name,
  status,
  hidden: false,
  durationMs,
  did: [],
});
const failed = (tests: TestResult[]): Verdict => ({ version: 1, status: 'failed', tests, durationMs: 40 });
const passed = (tests: TestResult[]): Verdict => ({ version: 1, status: 'passed', tests, durationMs: 30 });

describe('a self-score', () => {
  test('gives a met point 1, a partly met one a half, and takes 0.2 off for each red flag', () => {
    const score = selfScoreOf({ points: ['met', 'met', 'partly', 'missed'], flags: [true, false] });
    expect(score).toMatchObject({ met: 2, partly: 1, missed: 1, flags: 1 });
    expect(score?.share).toBeCloseTo(2.5 / 4 - 0.2);
  });

  test('is never below zero, and none at all without points', () => {
    expect(selfScoreOf({ points: ['missed'], flags: [true, true] })?.share).toBe(0);
    expect(selfScoreOf({ points: [], flags: [] })).toBeNull();
  });

  test('of several answers weighs their minutes', () => {
    const mean = meanSelfScore([
      { share: 1, minutes: 30 },
      { share: 0, minutes: 10 },
    ]);
    expect(mean).toBe(0.75);
    expect(meanSelfScore([])).toBeNull();
  });
});

describe('machine evidence', () => {
  test('of a part that passed is of the attempt that passed first, with the clock at that moment', () => {
    const evidence = machineEvidence(
      [
        { id: 'a', createdAtMs: 10 * minute, verdict: failed([tested('one', 'passed'), tested('two', 'failed')]) },
        { id: 'b', createdAtMs: 25 * minute, verdict: passed([tested('one', 'passed'), tested('two', 'passed', 25)]) },
        { id: 'c', createdAtMs: 30 * minute, verdict: failed([tested('one', 'failed'), tested('two', 'failed')]) },
      ],
      round({ pauses: [{ fromMs: 12 * minute, toMs: 17 * minute }] }),
    );
    expect(evidence).toEqual({
      passed: true,
      attempts: 3,
      waiting: 0,
      tests: { passed: 2, total: 2 },
      runMs: 30,
      slowestTestMs: 25,
      usedMs: 20 * minute,
      firstFailure: null,
      submission: 'b',
    });
  });

  test('without a pass counts the best attempt and names the first failure of the last', () => {
    const evidence = machineEvidence(
      [
        { id: 'a', createdAtMs: minute, verdict: failed([tested('one', 'passed'), tested('two', 'failed')]) },
        { id: 'b', createdAtMs: 2 * minute, verdict: failed([tested('one', 'failed'), tested('two', 'not-run')]) },
      ],
      round(),
    );
    expect(evidence).toMatchObject({
      passed: false,
      tests: { passed: 1, total: 2 },
      firstFailure: { test: 'one' },
      submission: 'a',
    });
  });

  test('does not count what could not be graded, and says so little when there is nothing', () => {
    const unavailable: Verdict = { version: 1, status: 'unavailable', message: 'busy', retryAfterMs: 1000 };
    const evidence = machineEvidence(
      [
        { id: 'a', createdAtMs: minute, verdict: unavailable },
        { id: 'b', createdAtMs: minute, verdict: null },
      ],
      round(),
    );
    expect(evidence).toMatchObject({
      passed: false,
      attempts: 0,
      waiting: 2,
      tests: null,
      usedMs: null,
      firstFailure: null,
    });
  });

  test.each([
    [null, 'open'],
    ['unavailable', 'open'],
    ['failed', 'handed-in'],
    ['passed', 'passed'],
  ] as const)('that came to %s shows the part as %s while the mock runs', (verdictStatus, outcome) => {
    const part: MockPart = { type: 'exercise', id: 'e1', round: 'coding', minutes: 20, exerciseId: 'x' };
    const submission = {
      partId: 'e1',
      verdictStatus,
      id: 's',
      createdAt: new Date(0),
      passedTests: 0,
      totalTests: 1,
      importedAt: null,
    };
    const mock = { parts: [part], rounds: [round()], submissions: [submission], answers: {} };
    expect(clockOf(mock, new Date(0)).outcomes).toEqual({ e1: outcome });
  });

  test('of a review names what kept it from passing, and which way that was wrong', () => {
    const minor: TestResult = {
      ...tested('Not found yet, 1: a minor finding', 'failed'),
      answer: { type: 'finding', severity: 'minor', lines: [] },
    };
    const major: TestResult = {
      ...tested('Not found yet, 2: a major finding', 'failed'),
      answer: { type: 'finding', severity: 'major', lines: [] },
    };
    const falseMark: TestResult = {
      ...tested('Lines 3–4: A secret is printed', 'failed'),
      message: 'Nothing here is a secret.',
      answer: { type: 'false-mark', lines: { from: 3, to: 4 }, defect: 'A secret is printed' },
    };
    const failureOf = (tests: TestResult[]) =>
      machineEvidence([{ id: 'a', createdAtMs: 0, verdict: failed(tests) }], round()).firstFailure;
    expect(failureOf([minor, major, falseMark])).toEqual({ test: 'Not found: a major finding', message: null });
    expect(failureOf([minor, falseMark])).toEqual({
      test: 'False mark, lines 3 to 4: A secret is printed',
      message: 'Nothing here is a secret.',
    });
  });

  test('of code that never ran has its message', () => {
    const verdict: Verdict = {
      version: 1,
      status: 'errored',
      reason: 'syntax',
      message: 'Line 2: a bracket is missing.',
      tests: [],
      durationMs: 1,
    };
    expect(machineEvidence([{ id: 'a', createdAtMs: 0, verdict }], round()).firstFailure).toEqual({
      test: 'Before the first test',
      message: 'Line 2: a bracket is missing.',
    });
  });

  test('a pause that is open stops the clock, and before the start there is none', () => {
    expect(clockAt(round({ pauses: [{ fromMs: 5 * minute, toMs: null }] }), 9 * minute)).toBe(5 * minute);
    expect(clockAt(round({ startedAtMs: 10 }), 5)).toBeNull();
    expect(clockAt(round({ startedAtMs: null }), 5)).toBeNull();
  });
});

describe('agreement', () => {
  const rated = (share: number, at: number, skill = 'apis') => ({ skill, share, minutes: 10, at });

  test('says who rates themselves higher than what was graded, the widest gap first', () => {
    const found = agreementBySkill(
      [rated(0.9, 1), rated(0.9, 2), rated(0.9, 3), ...[1, 2, 3].map((at) => rated(0.6, at, 'security'))],
      [
        { skill: 'apis', share: 0.5, items: 10 },
        { skill: 'security', share: 0.7, items: 10 },
      ],
    );
    expect(found.map(({ skill, verdict, isThin }) => [skill, verdict, isThin])).toEqual([
      ['apis', 'higher', false],
      ['security', 'agrees', false],
    ]);
    expect(found[0]?.gap).toBeCloseTo(0.4);
  });

  test('a gap of exactly what two scores may differ by is still agreement', () => {
    const [found] = agreementBySkill([rated(0.7, 1)], [{ skill: 'apis', share: 0.55, items: 9 }]);
    expect(found?.verdict).toBe('agrees');
  });

  test('is called thin with few answers or few graded items, and unknown with none', () => {
    const few = agreementBySkill([rated(0.9, 1)], [{ skill: 'apis', share: 0.5, items: 2 }]);
    expect(few[0]).toMatchObject({ verdict: 'higher', isThin: true, trend: null });
    expect(agreementBySkill([rated(0.9, 1)], [])[0]).toMatchObject({ verdict: 'unknown', gap: null, isThin: true });
    const tried = agreementBySkill([rated(0.9, 1)], [{ skill: 'apis', share: 0, items: 0 }]);
    expect(tried[0]).toMatchObject({ graded: null, verdict: 'unknown' });
  });

  test('shows whether the gap narrows from the first half of the answers to the second, by date', () => {
    const answers = [rated(0.5, 4), rated(0.9, 1), rated(0.9, 2), rated(0.5, 3)];
    const [found] = agreementBySkill(answers, [{ skill: 'apis', share: 0.5, items: 8 }]);
    expect(found?.trend?.before).toBeCloseTo(0.4);
    expect(found?.trend?.after).toBeCloseTo(0);
  });

  test('over time leaves out what says nothing and has a gap only where there are both sides', () => {
    const points = agreementOverTime([
      { id: 'c', at: 3, self: 0.8, machine: 0.5 },
      { id: 'a', at: 1, self: null, machine: 1 },
      { id: 'b', at: 2, self: null, machine: null },
    ]);
    expect(points.map(({ id, gap }) => [id, gap === null ? null : Math.round(gap * 10)])).toEqual([
      ['a', null],
      ['c', 3],
    ]);
  });
});

const labels = {
  coding: 'Coding',
  sql: 'SQL',
  'api-design': 'API design',
  security: 'Security',
  'system-design': 'System design',
  behavioural: 'Behavioural',
  loop: 'Full loop',
};

describe('the next five things', () => {
  const question = (title: string, share: number | null, missed = 1): Outcome['questions'][number] => ({
    title,
    path: `/interview/questions/${title}`,
    share,
    missed,
    lessons: [{ title: `Lesson on ${title}`, path: `/learn/t/${title}` }],
  });
  const exercise = (title: string, isPassed = false, attempts = 1): Outcome['exercises'][number] => ({
    title,
    path: `/practice/${title}`,
    passed: isPassed,
    attempts,
    waiting: 0,
    firstFailure: attempts === 0 ? null : 'an empty list',
  });
  const outcome = (change: Partial<Outcome>): Outcome => ({
    mockId: 'mck_1',
    kind: 'loop',
    exercises: [],
    questions: [],
    kindsTried: ['loop'],
    weak: [],
    ...change,
  });
  const all = Object.keys(labels) as Outcome['kind'][];

  test('are of different sorts before any sort comes twice', () => {
    const things = nextThings(
      outcome({
        exercises: ['a', 'b', 'c', 'd', 'e', 'f'].map((title) => exercise(title)),
        questions: [question('queues', 0.2), question('caches', 0.5), question('keys', null)],
      }),
      labels,
    );
    expect(things.map(({ path }) => path)).toEqual([
      '/interview/mocks/mck_1/review',
      '/practice/a',
      '/learn/t/queues',
      '/interview/questions/queues',
      '/interview/mocks?kind=coding',
    ]);
  });

  test('say why: the test that stopped it, the points that were missed', () => {
    const things = nextThings(
      outcome({ exercises: [exercise('a'), exercise('b', false, 0)], questions: [question('caches', 0.3, 2)] }),
      labels,
    );
    const reasons = Object.fromEntries(things.map(({ path, reason }) => [path, reason]));
    expect(reasons['/practice/a']).toContain('stopped at "an empty list"');
    expect(reasons['/practice/b']).toContain('Nothing was handed in');
    expect(reasons['/interview/questions/caches']).toContain('missed 2 points');
  });

  test('do not say that nothing was handed in while it is being graded', () => {
    const waits = { ...exercise('a', false, 0), waiting: 1 };
    const [thing] = nextThings(outcome({ exercises: [waits] }), labels);
    expect(thing?.reason).toBe('Handed in, not graded yet. Solve it now without a clock.');
  });

  test('never name the same page twice, and leave out what went well', () => {
    const shared = { ...question('a', 0.1), lessons: [{ title: 'L', path: '/learn/t/same' }] };
    const things = nextThings(
      outcome({
        exercises: [exercise('done', true)],
        questions: [shared, { ...shared, title: 'b', path: '/interview/questions/b' }, question('good', 0.9)],
        kindsTried: all,
      }),
      labels,
    );
    const paths = things.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).not.toContain('/practice/done');
    expect(paths).not.toContain('/interview/questions/good');
  });

  test('are five where the content has as many, though all went well: what the weakest skills lack', () => {
    const part = (id: string, skill: 'apis' | 'security', level: 'junior' | 'mid' = 'mid') => {
      return { id, title: id, path: `/${id}`, level, skills: [skill], minutes: 10, kind: 'code' as const };
    };
    const lessons = [
      { ...part('rest', 'apis'), exercises: [part('orders', 'apis'), part('pages', 'apis')] },
      { ...part('tokens', 'security'), exercises: [part('hashes', 'security'), part('keys', 'security', 'junior')] },
      { ...part('read', 'security'), exercises: [part('passed', 'security')] },
    ];
    const answer = { passed: true, failuresBeforePass: 0, hints: 0, solutionSeen: false, imported: false };
    const evidence = { exercises: { passed: answer }, questions: {} };
    const material = lessons.flatMap(({ exercises }) =>
      exercises.map((one) => ({ ...one, type: 'exercise' as const })),
    );
    const readiness = readinessOf(material, evidence);
    const situation = { tracks: [{ lessons }], evidence, lessonsDone: new Set(['read']), readiness };
    const weak = weakThings(situation, 'mid');
    expect(weak.map(({ title }) => title)).toEqual(['rest', 'tokens', 'orders', 'hashes', 'pages']);
    expect(weak[1]?.reason).toContain('Security is at 50 % for mid');
    const well = outcome({ kind: 'sql', exercises: [exercise('a', true)], kindsTried: all, weak });
    expect(nextThings(well, labels)).toHaveLength(5);
  });

  test('with every kind tried are the same kind again, or the loop when all went well', () => {
    const weak = nextThings(outcome({ kind: 'sql', exercises: [exercise('a')], kindsTried: all }), labels);
    expect(weak.at(-1)?.path).toBe('/interview/mocks?kind=sql');
    const well = nextThings(outcome({ kind: 'sql', exercises: [exercise('a', true)], kindsTried: all }), labels);
    expect(well).toEqual([expect.objectContaining({ path: '/interview/mocks?kind=loop' })]);
  });
});

describe('a mock in one line', () => {
  const parts: MockPart[] = [
    { type: 'exercise', id: 'e1', round: 'coding', minutes: 20, exerciseId: 'x' },
    { type: 'exercise', id: 'e2', round: 'coding', minutes: 25, exerciseId: 'y' },
    { type: 'question', id: 'q1', round: 'behavioural', minutes: 10, questionId: 'z', form: 'star' },
  ];
  const mock = (change: Partial<SummarizedMock> = {}): SummarizedMock => ({
    id: 'mck_1',
    kind: 'loop',
    level: 'mid',
    parts,
    rounds: [
      round({ endedAtMs: 30 * minute, ended: 'finished', pauses: [{ fromMs: minute, toMs: 6 * minute }] }),
      round({ kind: 'behavioural', minutes: 30, startedAtMs: 40 * minute, endedAtMs: 70 * minute, ended: 'timed-out' }),
    ],
    startedAt: new Date(0),
    reviews: {},
    answers: { q1: {} },
    submissions: [
      { partId: 'e1', verdictStatus: 'failed', passedTests: 1, totalTests: 4, importedAt: null },
      { partId: 'e1', verdictStatus: 'passed', passedTests: 4, totalTests: 4, importedAt: null },
      { partId: 'e2', verdictStatus: 'failed', passedTests: 1, totalTests: 2, importedAt: null },
    ],
    ...change,
  });

  test('keeps what was graded apart from what is self-reported', () => {
    const summary = mockSummary(
      mock({ reviews: { q1: { review: { points: ['met', 'missed'], flags: [], note: '' } } } }),
    );
    expect(summary).toMatchObject({
      ended: 'timed-out',
      exercises: { passed: 1, total: 2 },
      machineShare: 0.75,
      written: { answered: 1, rated: 1, total: 1 },
      selfShare: 0.5,
      usedMinutes: 55,
      minutes: 75,
      pauses: 1,
    });
    expect(summaryInWords(summary)).toBe('1 of 2 exercises passed; own rating 50 %');
  });

  test('says that an answer is not rated yet, and nothing of a side that is not there', () => {
    expect(summaryInWords(mockSummary(mock()))).toBe('1 of 2 exercises passed; 1 written answer, not rated yet');
    const coding = mockSummary(mock({ parts: parts.slice(0, 1) }));
    expect(coding.selfShare).toBeNull();
    expect(summaryInWords(coding)).toBe('1 of 1 exercise passed');
  });

  test('says of what was graded elsewhere that it was imported', () => {
    const { submissions } = mock();
    const imported = submissions.map((each) => ({ ...each, importedAt: new Date(0) }));
    const words = '1 of 2 exercises passed (imported); 1 written answer, not rated yet';
    expect(summaryInWords(mockSummary(mock({ submissions: imported })))).toBe(words);
  });

  test('a mock without exercises has no graded share, and one that is open has not ended', () => {
    const summary = mockSummary(
      mock({ parts: parts.slice(2), rounds: [round({ kind: 'behavioural', minutes: 30 })] }),
      new Date(10 * minute),
    );
    expect(summary).toMatchObject({ machineShare: null, ended: null, usedMinutes: 10 });
  });

  test('a round is as long as it was set when it was drawn', () => {
    expect(mockSummary(mock({ rounds: [round({ minutes: 60 })] })).minutes).toBe(60);
  });
});
