import { createHash } from 'node:crypto';
import type { TrackSummary } from '#content/load';
import type { PlacementAnswer } from '#db/placements';
import { levels, type Level, type Skill } from '../progress/readiness.ts';

/** A question that a placement may ask: one of a lesson's own. */
export type PoolQuestion = { lesson: string; check: string; level: Level; skills: readonly Skill[] };

/** At most a minute a question, so that it takes a quarter of an hour with time to think. */
export const questionsMax = 15;
const blockSize = 4;

type LevelResult = { level: Level; right: number; asked: number; outcome: 'shown' | 'not-shown' | 'open' };

/**
 * How far the answers go. A level is asked in blocks of four: three right show it and lead to the next level, at most
 * one right ends the placement, and two of four ask four more, of which together five have to be right.
 */
export function levelResults(pool: readonly PoolQuestion[], answers: readonly PlacementAnswer[]): LevelResult[] {
  const levelOf = new Map(pool.map((question) => [keyOf(question), question.level]));
  const results: LevelResult[] = [];
  for (const level of levels) {
    const ofLevel = answers.filter((answer) => levelOf.get(keyOf(answer)) === level);
    const size = pool.filter((question) => question.level === level).length;
    // Two or three questions would say nothing about a level.
    if (size < blockSize) break;
    const right = ofLevel.filter(({ correct }) => correct).length;
    const asked = ofLevel.length;
    const outcome = outcomeOf(right, asked, Math.min(2 * blockSize, size));
    results.push({ level, right, asked, outcome });
    if (outcome !== 'shown') break;
  }
  return results;
}

function outcomeOf(right: number, asked: number, askedMax: number): LevelResult['outcome'] {
  if (asked < blockSize) return 'open';
  if (asked === blockSize && right >= 3) return 'shown';
  if (asked === blockSize && right <= 1) return 'not-shown';
  if (asked < askedMax) return 'open';
  return right / asked >= 5 / 8 ? 'shown' : 'not-shown';
}

/** The question to ask now; null when the placement has ended. Follows from the seed and the answers alone. */
export function nextQuestion(
  pool: readonly PoolQuestion[],
  seed: string,
  answers: readonly PlacementAnswer[],
): PoolQuestion | null {
  if (answers.length >= questionsMax) return null;
  const open = levelResults(pool, answers).find(({ outcome }) => outcome === 'open');
  if (!open) return null;
  const given = new Set(answers.map(keyOf));
  const timesAsked = new Map<Skill, number>();
  for (const question of pool.filter((one) => given.has(keyOf(one)))) {
    for (const skill of question.skills) timesAsked.set(skill, (timesAsked.get(skill) ?? 0) + 1);
  }
  const weight = (question: PoolQuestion) => Math.min(...question.skills.map((skill) => timesAsked.get(skill) ?? 0));
  const candidates = pool.filter((question) => question.level === open.level && !given.has(keyOf(question)));
  return (
    candidates
      .map((question) => ({ question, weight: weight(question), lot: lotOf(seed, question) }))
      .sort((a, b) => a.weight - b.weight || (a.lot < b.lot ? -1 : 1))[0]?.question ?? null
  );
}

export type Start = {
  track: { id: string; title: string; path: string; hue: number };
  /** Null when every lesson of the track is at a level that was shown. */
  lesson: { id: string; title: string; path: string; level: Level } | null;
  reason: 'first' | 'level' | 'missed' | 'skill' | 'known';
  skill: Skill | null;
  /** Lessons before it, which may be left out. They are not marked as done. */
  known: string[];
};

type Found = { shown: readonly Level[]; missed: ReadonlySet<string>; weak: ReadonlySet<string> };

/** Where to start in each track, after answers to questions. */
export function startsFrom(
  tracks: readonly TrackSummary[],
  pool: readonly PoolQuestion[],
  answers: readonly PlacementAnswer[],
): Start[] {
  const questionOf = new Map(pool.map((question) => [keyOf(question), question]));
  const right = new Set<string>();
  const wrong = new Set<string>();
  const missed = new Set<string>();
  for (const answer of answers) {
    const question = questionOf.get(keyOf(answer));
    if (!question) continue;
    if (!answer.correct) missed.add(question.lesson);
    for (const skill of question.skills) (answer.correct ? right : wrong).add(`${question.level} ${skill}`);
  }
  const shown = levelResults(pool, answers)
    .filter(({ outcome }) => outcome === 'shown')
    .map(({ level }) => level);
  const weak = new Set([...wrong].filter((key) => !right.has(key)));
  return tracks.map((track) => startIn(track, { shown, missed, weak }));
}

/** The same for somebody who says at which level they want to start. */
export function startsAt(tracks: readonly TrackSummary[], level: Level): Start[] {
  const shown = levels.slice(0, levels.indexOf(level));
  return tracks.map((track) => startIn(track, { shown, missed: new Set(), weak: new Set() }));
}

function startIn({ id, title, path, hue, lessons }: TrackSummary, { shown, missed, weak }: Found): Start {
  const weakSkill = (lesson: TrackSummary['lessons'][number]) =>
    lesson.skills.find((skill) => weak.has(`${lesson.level} ${skill}`)) ?? null;
  const first = lessons.findIndex(
    (lesson) => !shown.includes(lesson.level) || missed.has(lesson.id) || weakSkill(lesson) !== null,
  );
  const track = { id, title, path, hue };
  const lesson = lessons[first];
  if (!lesson) return { track, lesson: null, reason: 'known', skill: null, known: lessons.map((one) => one.id) };
  const known = lessons.slice(0, first).map((one) => one.id);
  const start = { id: lesson.id, title: lesson.title, path: lesson.path, level: lesson.level };
  if (missed.has(lesson.id)) return { track, lesson: start, reason: 'missed', skill: null, known };
  const isNewLevel = !shown.includes(lesson.level);
  if (isNewLevel) return { track, lesson: start, reason: shown.length === 0 ? 'first' : 'level', skill: null, known };
  return { track, lesson: start, reason: 'skill', skill: weakSkill(lesson), known };
}

function keyOf({ lesson, check }: { lesson: string; check: string }): string {
  return `${lesson}/${check}`;
}

function lotOf(seed: string, question: PoolQuestion): string {
  return createHash('sha256')
    .update(`${seed} ${keyOf(question)}`)
    .digest('hex');
}
