import { expect, test } from 'vitest';
import { findTerms } from '#lib/posting/find-terms';
import type { Term } from '#lib/posting/terms';
import { daysUntil, lessonsToPlan, standingOf, type Evidence } from '../../../app/interview/posting/standing.ts';
import { PostingText } from '../../../app/interview/posting/posting-text.tsx';
import { TermSection } from '../../../app/interview/posting/term-section.tsx';
import { SkillsOfPosting } from '../../../app/interview/posting/skills-of-posting.tsx';
import { htmlOf, wordsOf } from '../../components/render.ts';

const lesson = (id: string, exercises: [id: string, level: 'junior' | 'mid' | 'senior', minutes: number][]) => ({
  id,
  title: `Lesson ${id}`,
  path: `/learn/t/${id}`,
  exercises: exercises.map(([exercise, level, minutes]) => ({ id: exercise, level, minutes })),
});
const lessons = [
  lesson('joins', [
    ['inner', 'junior', 10],
    ['outer', 'junior', 10],
    ['hard', 'senior', 60],
  ]),
  lesson('stories', []),
  lesson('languages', [['types', 'junior', 10]]),
];
const byId = new Map(lessons.map((each) => [each.id, each]));
const term = (id: string, more: Partial<Term> = {}): Term => ({
  id,
  name: id,
  group: 'databases',
  skill: 'databases',
  spellings: [{ text: id, kind: 'plain' }],
  lessons: ['joins'],
  near: [],
  ...more,
});
const passed = {
  status: 'passed' as const,
  passedAt: null,
  attempts: 1,
  hintsUsed: 0,
  solutionSeen: false,
  lastAt: '',
};
const done = (
  exercises: Record<string, Partial<typeof passed> & { score?: number }>,
  read: string[] = [],
): Evidence => ({
  exercises: Object.fromEntries(Object.entries(exercises).map(([id, more]) => [id, { ...passed, ...more }])),
  lessons: Object.fromEntries(read.map((id) => [id, { doneAt: '2026-01-01', checks: {} }])),
});

test('a term is shown from the share of its exercises that readiness asks of a skill, up to the level asked for', () => {
  const standing = (evidence: Evidence, level: 'junior' | 'senior' = 'junior') =>
    standingOf(term('sql'), byId, level, evidence).standing;
  expect(standing(done({}))).toBe('open');
  expect(standing(done({ inner: {} }))).toBe('begun');
  expect(standing(done({ inner: {}, outer: {} }))).toBe('shown');
  expect(standing(done({ inner: {}, outer: {} }), 'senior')).toBe('begun');
  // Passed after the solution was seen counts half, by the formula of readiness.
  expect(standing(done({ inner: { score: 0.5 }, outer: { score: 0.5 } }))).toBe('begun');
});

test('reading alone begins a term, and shows it only where nothing is graded', () => {
  expect(standingOf(term('sql'), byId, 'junior', done({}, ['joins'])).standing).toBe('begun');
  const told = term('communication', { lessons: ['stories'] });
  expect(standingOf(told, byId, 'junior', done({})).standing).toBe('open');
  expect(standingOf(told, byId, 'junior', done({}, ['stories'])).standing).toBe('shown');
});

test('what no lesson teaches is said to be so, with what carries over', () => {
  const java = standingOf(term('java', { lessons: [], near: ['languages'] }), byId, 'junior', done({ types: {} }));
  expect(java.standing).toBe('untaught');
  expect(wordsOf(TermSection, { id: 'x', title: 'Untaught', standings: [java], empty: '' })).toContain(
    'Not taught here. What carries over: Lesson languages',
  );
});

test('the plan is for the lessons behind what is not shown, each once and in teaching order', () => {
  const standings = [
    standingOf(term('a', { lessons: ['languages', 'joins'] }), byId, 'junior', done({})),
    standingOf(term('b'), byId, 'junior', done({})),
    standingOf(term('c', { lessons: ['stories'] }), byId, 'junior', done({}, ['stories'])),
    standingOf(term('d', { lessons: [], near: ['stories'] }), byId, 'junior', done({})),
  ];
  expect(lessonsToPlan(standings, lessons).map(({ id }) => id)).toEqual(['joins', 'languages']);
});

test('days count from today to the day before the interview', () => {
  expect(daysUntil('2026-11-21', '2026-11-22')).toBe(1);
  expect(daysUntil('2026-02-27', '2026-03-13')).toBe(14);
  for (const date of ['2026-11-21', '2026-11-20', '', '2029-01-01', 'soon']) {
    expect(daysUntil('2026-11-21', date), date).toBeNull();
  }
});

test('the marked text is the posting itself, and each mark says aloud what it means', () => {
  const terms = [term('SQL'), term('Java', { lessons: [] })];
  const text = 'SQL <b>and</b> Java';
  const standings = terms.map((each) => standingOf(each, byId, 'junior', done({})));
  const props = { text, mentions: findTerms(text, terms), standings };
  expect(wordsOf(PostingText, props)).toMatch(/SQL \(not shown yet\) <b>and<\/b> Java \(not taught here\)$/);
  expect(htmlOf(PostingText, props)).toContain('href="#term-SQL"');
});

test('the skills behind the demands stand with the readiness at the level', () => {
  const standings = [standingOf(term('sql'), byId, 'mid', done({}))];
  const shares = { junior: {}, mid: { databases: 0.345 }, senior: {} };
  expect(wordsOf(SkillsOfPosting, { standings, level: 'mid', shares })).toContain('Databases 1 34 %');
  expect(wordsOf(SkillsOfPosting, { standings, level: 'mid', shares: undefined })).toContain('nothing shown yet');
});
