import { tracks } from '#content/load';
import type { Placement } from '#db/placements';
import { questions, type Question } from '../progress/material.ts';
import type { Level } from '../progress/readiness.ts';
import { levelResults, nextQuestion, startsAt, startsFrom, type PoolQuestion, type Start } from './placement.ts';

export type CurrentPlacement =
  | { state: 'asking'; question: Question; answered: number }
  | { state: 'ended'; byHand: Level | null; shown: Level[]; right: number; asked: number; starts: Start[] };

/** A stored placement, worked out over the content as it is now. */
export function currentPlacement({ seed, answers, chosenLevel }: Placement): CurrentPlacement {
  if (chosenLevel) {
    const starts = startsAt(tracks(), chosenLevel);
    return { state: 'ended', byHand: chosenLevel, shown: [], right: 0, asked: 0, starts };
  }
  const pool = placementPool();
  const next = nextQuestion(pool, seed, answers);
  const question =
    next && questions().find(({ lesson, check }) => lesson.id === next.lesson && check.id === next.check);
  if (question) return { state: 'asking', question, answered: answers.length };
  return {
    state: 'ended',
    byHand: null,
    shown: levelResults(pool, answers).flatMap(({ level, outcome }) => (outcome === 'shown' ? [level] : [])),
    right: answers.filter(({ correct }) => correct).length,
    asked: answers.length,
    starts: startsFrom(tracks(), pool, answers),
  };
}

/** Lessons that an ended placement says may be left out. */
export function knownLessons(placement: Placement | null): Set<string> {
  const current = placement && currentPlacement(placement);
  return new Set(current?.state === 'ended' ? current.starts.flatMap(({ known }) => known) : []);
}

export function placementPool(): PoolQuestion[] {
  return questions().map(({ lesson, check }) => ({
    lesson: lesson.id,
    check: check.id,
    level: lesson.level,
    skills: lesson.skills,
  }));
}
