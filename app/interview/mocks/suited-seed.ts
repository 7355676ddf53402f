import type { MockPart } from '#lib/mock';
import { dayRounds, drawMock, drawRoundOfDay, seedOfDay, taskIdOf, type DrawContent, type Wish } from './draw.ts';

export type Suits = {
  weakSkills: readonly string[];
  /** Exercises and questions of the last mocks with such rounds, by id: how many mocks ago, from 1. */
  lately: ReadonlyMap<string, number>;
  /** Ids of what the learner has passed. */
  passed: ReadonlySet<string>;
};

/** Of so many mocks with a round of the same kind nothing is wanted again while there is something else. */
export const latelyMocks = 5;

/**
 * Of some seeds the one whose mock has least of the last ones and most of what the learner is weak in. Of a day they are
 * the pieces that its rounds are drawn by: that five rounds drawn by one seed all suit is too rare to be found.
 */
export function suitedSeed(content: DrawContent, wish: Omit<Wish, 'seed'>, seeds: string[], suits: Suits): string {
  const costOf = costBy(content, suits);
  if (wish.kind !== 'loop') {
    return cheapest(seeds, (seed) => {
      const drawn = drawMock(content, { ...wish, seed });
      return 'parts' in drawn ? costOf(drawn.parts) : Infinity;
    });
  }
  const pieces: string[] = [];
  const before: MockPart[] = [];
  for (let index = 0; index < dayRounds; index += 1) {
    const drawn = (seed: string) => drawRoundOfDay(content, { ...wish, seed }, { index, before }).tasks;
    const piece = cheapest(seeds, (seed) => {
      const tasks = drawn(seed);
      return tasks ? costOf(tasks) : Infinity;
    });
    pieces.push(piece);
    before.push(...(drawn(piece) ?? []));
  }
  return seedOfDay(pieces);
}

/** Seeing the same again teaches least, and the sooner the less; what was passed proves a little less than what is new. */
function costBy(content: DrawContent, { weakSkills, lately, passed }: Suits): (parts: readonly MockPart[]) => number {
  const skillsOf = new Map<string, readonly string[]>([
    ...content.exercises.map(({ id, skills }) => [id, skills] as const),
    ...content.questions.map(({ id, skill }) => [id, [skill]] as const),
  ]);
  const costOf = (id: string): number => {
    const again = lately.has(id) ? 3 + latelyMocks - lately.get(id)! : 0;
    const isWeak = skillsOf.get(id)?.some((skill) => weakSkills.includes(skill)) ?? false;
    return again + (passed.has(id) ? 1 : 0) - (isWeak ? 1 : 0);
  };
  return (parts) => parts.map(taskIdOf).reduce((sum, id) => sum + costOf(id), 0);
}

/** The first of those that cost least. */
function cheapest(seeds: readonly string[], costOf: (seed: string) => number): string {
  const costs = seeds.map(costOf);
  return seeds[costs.indexOf(Math.min(...costs))]!;
}
