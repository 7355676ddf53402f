import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TrackSummary } from '#content/load';
import {
  levelResults,
  nextQuestion,
  questionsMax,
  startsAt,
  startsFrom,
  type PoolQuestion,
} from '../../../app/placement/placement.ts';
import type { PlacementAnswer } from '#db/placements';
import type { Level, Skill } from '../../../app/progress/readiness.ts';

const lesson = (id: string, level: Level, skill: Skill) => ({ id, level, skill });
const lessons = [
  ...['j1', 'j2', 'j3'].map((id) => lesson(id, 'junior', 'databases')),
  ...['j4', 'j5', 'j6'].map((id) => lesson(id, 'junior', 'apis')),
  ...['m1', 'm2', 'm3', 'm4'].map((id) => lesson(id, 'mid', 'databases')),
];
const pool: PoolQuestion[] = lessons.flatMap(({ id, level, skill }) =>
  ['q1', 'q2'].map((check) => ({ lesson: id, check, level, skills: [skill] })),
);
const trackOf = (id: string, own: typeof lessons): TrackSummary => ({
  id,
  title: id,
  summary: '',
  hue: 1,
  order: 1,
  path: `/learn/${id}`,
  introHtml: '',
  lessons: own.map(({ id: lessonId, level, skill }) => ({
    id: lessonId,
    level,
    skills: [skill],
    title: lessonId,
    summary: '',
    minutes: 10,
    path: `/learn/${id}/${lessonId}`,
    trackId: id,
    needs: [],
    exercises: [],
  })),
});
const tracks = [
  trackOf(
    'data',
    lessons.filter(({ skill }) => skill === 'databases'),
  ),
  trackOf(
    'apis',
    lessons.filter(({ skill }) => skill === 'apis'),
  ),
];

/** Takes a whole placement; `isRight` answers. */
function take(seed: string, isRight: (question: PoolQuestion, index: number) => boolean): PlacementAnswer[] {
  const answers: PlacementAnswer[] = [];
  for (;;) {
    const question = nextQuestion(pool, seed, answers);
    if (!question) return answers;
    answers.push({ lesson: question.lesson, check: question.check, correct: isRight(question, answers.length) });
  }
}

test('the same seed and answers ask the same questions, another seed asks others', () => {
  const asked = (seed: string) => take(seed, () => true).map(({ lesson: id, check }) => `${id}/${check}`);
  expect(asked('a')).toEqual(asked('a'));
  expect(asked('a')).not.toEqual(asked('b'));
});

test('four wrong answers end it at junior', () => {
  const answers = take('s', () => false);
  expect(answers).toHaveLength(4);
  expect(levelResults(pool, answers)).toMatchObject([{ level: 'junior', outcome: 'not-shown' }]);
});

test('right answers lead up through the levels that have enough questions', () => {
  const answers = take('s', () => true);
  expect(answers).toHaveLength(8);
  expect(levelResults(pool, answers).map(({ level, outcome }) => [level, outcome])).toEqual([
    ['junior', 'shown'],
    ['mid', 'shown'],
  ]);
});

test('two of four ask four more', () => {
  const answers = take('s', (_question, index) => index < 2 || index >= 5);
  expect(levelResults(pool, answers)[0]).toMatchObject({ right: 5, asked: 8, outcome: 'shown' });
});

test('skills take turns', () => {
  const answers = take('s', () => false);
  const skillsAsked = answers.map(({ lesson: id }) => lessons.find((one) => one.id === id)!.skill);
  expect(skillsAsked.toSorted()).toEqual(['apis', 'apis', 'databases', 'databases']);
});

test('a placement never asks twice and always ends, however it is answered', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (seed, luck) => {
      const answers = take(seed, (_question, index) => luck[index] ?? false);
      expect(answers.length).toBeLessThanOrEqual(questionsMax);
      expect(new Set(answers.map(({ lesson: id, check }) => `${id}/${check}`)).size).toBe(answers.length);
    }),
  );
});

test('who shows nothing starts at the beginning of each track', () => {
  const starts = startsFrom(
    tracks,
    pool,
    take('s', () => false),
  );
  expect(starts.map(({ lesson: start, known }) => [start?.id, known])).toEqual([
    ['j1', []],
    ['j4', []],
  ]);
  expect(startsFrom(tracks, pool, []).map(({ reason }) => reason)).toEqual(['first', 'first']);
});

test('who shows junior starts at the first mid lesson, and a track below their level is known', () => {
  const answers = take('s', ({ level }) => level === 'junior');
  expect(startsFrom(tracks, pool, answers)).toMatchObject([
    { lesson: { id: 'm1' }, known: ['j1', 'j2', 'j3'] },
    { lesson: null, reason: 'known' },
  ]);
});

test('a missed question sends back to its lesson', () => {
  const missed: PlacementAnswer[] = [
    { lesson: 'j2', check: 'q1', correct: false },
    { lesson: 'j1', check: 'q1', correct: true },
    { lesson: 'j4', check: 'q1', correct: true },
    { lesson: 'j5', check: 'q1', correct: true },
  ];
  expect(startsFrom(tracks, pool, missed)[0]).toMatchObject({ lesson: { id: 'j2' }, reason: 'missed', known: ['j1'] });
});

test('a skill without one right answer is begun anew, whatever the level', () => {
  const answers: PlacementAnswer[] = [
    { lesson: 'j3', check: 'q1', correct: false },
    ...['j4', 'j5', 'j6'].map((id) => ({ lesson: id, check: 'q1', correct: true })),
  ];
  expect(startsFrom(tracks, pool, answers)[0]).toMatchObject({
    lesson: { id: 'j1' },
    reason: 'skill',
    skill: 'databases',
  });
});

test('a level picked by hand leaves the levels below out', () => {
  expect(startsAt(tracks, 'mid')[0]).toMatchObject({ lesson: { id: 'm1' }, known: ['j1', 'j2', 'j3'] });
  expect(startsAt(tracks, 'junior')[0]).toMatchObject({ lesson: { id: 'j1' }, known: [] });
});

test('answers to questions that have left the content are passed over', () => {
  const gone: PlacementAnswer[] = Array.from({ length: 3 }, (_, index) => ({
    lesson: 'gone',
    check: String(index),
    correct: true,
  }));
  expect(levelResults(pool, gone)[0]).toMatchObject({ asked: 0, outcome: 'open' });
});
