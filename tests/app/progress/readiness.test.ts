import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  levels,
  percent,
  readinessOf,
  scoreOf,
  skills,
  tallyOf,
  type Evidence,
  type ExerciseEvidence,
  type Material,
} from '../../../app/progress/readiness.ts';

const exercise = (id: string, over: Partial<Material> = {}): Material => ({
  type: 'exercise',
  id,
  level: 'junior',
  skills: ['databases'],
  minutes: 10,
  ...over,
});
const clean: ExerciseEvidence = { passed: true, failuresBeforePass: 0, hints: 0, solutionSeen: false, imported: false };
const scored = (evidence: Partial<ExerciseEvidence>) =>
  scoreOf(exercise('a'), { exercises: { a: { ...clean, ...evidence } }, questions: {} });

test('a pass counts whole at the first try, a tenth less after failures and for each of three hints, half after the solution', () => {
  expect(scored({})).toBe(1);
  expect(scored({ failuresBeforePass: 7 })).toBeCloseTo(0.9);
  expect(scored({ hints: 2 })).toBeCloseTo(0.8);
  expect(scored({ failuresBeforePass: 1, hints: 9 })).toBeCloseTo(0.6);
  expect(scored({ solutionSeen: true, hints: 3, failuresBeforePass: 4 })).toBe(0.5);
  expect(scored({ passed: false })).toBe(0);
});

test('a question counts whole when its first answer was right, and half when a later one was', () => {
  const score = (correct: boolean, firstCorrect: boolean) =>
    scoreOf({ type: 'question', id: 'l/q' }, { exercises: {}, questions: { 'l/q': { correct, firstCorrect } } });
  expect([score(true, true), score(true, false), score(false, false)]).toEqual([1, 0.5, 0]);
});

test('a level without material says so and is not ready, whatever else was done', () => {
  const { levels: byLevel, level } = readinessOf([exercise('a')], { exercises: { a: clean }, questions: {} });
  expect(byLevel.junior).toMatchObject({ isReady: true, total: { share: 1 }, skills: { apis: { share: null } } });
  expect(byLevel.junior.unjudged).toEqual(skills.filter((skill) => skill !== 'databases'));
  expect(byLevel.mid).toMatchObject({ isReady: false, total: { share: null, possible: 0 } });
  expect(level).toBe('junior');
});

test('a level above is not reached over one that is not ready', () => {
  const material = [exercise('a'), exercise('b', { level: 'mid' })];
  const readiness = readinessOf(material, { exercises: { b: clean }, questions: {} });
  expect(readiness.levels.mid.isReady).toBe(true);
  expect(readiness.level).toBeNull();
});

test('a skill that lags keeps a level from being ready', () => {
  const material = [exercise('big', { minutes: 90 }), exercise('small', { skills: ['security'], minutes: 10 })];
  const readiness = readinessOf(material, { exercises: { big: clean }, questions: {} });
  expect(readiness.levels.junior.total.share).toBe(0.9);
  expect(readiness.levels.junior.isReady).toBe(false);
});

test('an item of two skills is evidence for both and counts once in the total', () => {
  const material = [exercise('a', { skills: ['databases', 'apis'] })];
  const { junior } = readinessOf(material, { exercises: { a: clean }, questions: {} }).levels;
  expect(junior.total.possible).toBe(10);
  expect(junior.skills.databases.possible + junior.skills.apis.possible).toBe(20);
});

test('the tally says what the formula did', () => {
  const material = ['a', 'b', 'c', 'd'].map((id) => exercise(id));
  const question: Material = { type: 'question', id: 'l/q', level: 'junior', skills: ['apis'], minutes: 2 };
  const tally = tallyOf([...material, question], {
    exercises: {
      a: { ...clean, imported: true },
      b: { ...clean, failuresBeforePass: 2, hints: 5 },
      c: { ...clean, solutionSeen: true, hints: 2 },
      gone: clean,
    },
    questions: { 'l/q': { correct: true, firstCorrect: false } },
  });
  expect(tally).toEqual({
    firstTry: 1,
    withFailures: 1,
    withHints: 1,
    hints: 3,
    afterSolution: 1,
    imported: 1,
    questionsAtOnce: 0,
    questionsLater: 1,
  });
});

const evidenceArb = fc.record({
  passed: fc.boolean(),
  failuresBeforePass: fc.nat(20),
  hints: fc.nat(9),
  solutionSeen: fc.boolean(),
  imported: fc.boolean(),
});
const materialArb = fc.uniqueArray(
  fc.record({
    type: fc.constant('exercise' as const),
    id: fc.string({ minLength: 1, maxLength: 4 }).map((id) => `x${id}`),
    level: fc.constantFrom(...levels),
    skills: fc.uniqueArray(fc.constantFrom(...skills), { minLength: 1, maxLength: 3 }),
    minutes: fc.integer({ min: 3, max: 90 }),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 30 },
);
const worldArb = materialArb.chain((material) =>
  fc.record({
    material: fc.constant<Material[]>(material),
    evidence: fc
      .array(evidenceArb, { minLength: material.length, maxLength: material.length })
      .map((list): Evidence => ({
        exercises: Object.fromEntries(material.map(({ id }, index) => [id, list[index]!])),
        questions: {},
      })),
    at: fc.nat(material.length - 1),
  }),
);

test('no share is below 0 or above 1', () => {
  fc.assert(
    fc.property(worldArb, ({ material, evidence }) => {
      for (const { total, skills: bySkill } of Object.values(readinessOf(material, evidence).levels)) {
        for (const { share } of [total, ...Object.values(bySkill)]) {
          if (share === null) continue;
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-9);
        }
      }
    }),
  );
});

test('passing something never lowers a share, and help never raises one', () => {
  fc.assert(
    fc.property(worldArb, ({ material, evidence, at }) => {
      const item = material[at]!;
      const before = evidence.exercises[item.id]!;
      const shareWith = (changed: ExerciseEvidence) =>
        readinessOf(material, { ...evidence, exercises: { ...evidence.exercises, [item.id]: changed } }).levels[
          item.level
        ].total.share!;
      const now = shareWith(before);
      expect(shareWith({ ...before, passed: true })).toBeGreaterThanOrEqual(now - 1e-9);
      expect(shareWith({ ...before, hints: before.hints + 1 })).toBeLessThanOrEqual(now + 1e-9);
      expect(shareWith({ ...before, solutionSeen: true })).toBeLessThanOrEqual(now + 1e-9);
      expect(shareWith({ ...before, failuresBeforePass: before.failuresBeforePass + 1 })).toBeLessThanOrEqual(
        now + 1e-9,
      );
    }),
  );
});

test('nothing unfinished reads as 100 %', () => {
  expect([percent(0.999), percent(1), percent(0.1 + 0.2), percent(0.29)]).toEqual([99, 100, 30, 29]);
});
