import type { Level } from './schema.ts';

type Graded = { meta: { id: string; level: Level; minutes: number } };

/** Junior before senior, short before long; ids decide the rest, so that every machine has the same order. */
export function easyFirst({ meta: a }: Graded, { meta: b }: Graded): number {
  return levels.indexOf(a.level) - levels.indexOf(b.level) || a.minutes - b.minutes || (a.id < b.id ? -1 : 1);
}

const levels: Level[] = ['junior', 'mid', 'senior'];
