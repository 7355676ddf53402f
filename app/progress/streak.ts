import type { Day } from './days.ts';

export type Streak = {
  /** Active days in a row, missed days between them forgiven. Those are not counted. */
  length: number;
  forgiven: number;
  activeToday: boolean;
  /** Yesterday was missed and today is still open: it ends unless something is done today. */
  endsToday: boolean;
};

/**
 * Active days in a row up to today. One missed day between two active ones is forgiven, however often that happens; two
 * missed in a row end the streak. Today counts as soon as something is done and is not missed before it is over.
 */
export function streakOf(active: ReadonlySet<Day>, today: Day): Streak {
  const activeToday = active.has(today);
  const last = [today, today - 1, today - 2].find((day) => active.has(day));
  const none = { length: 0, forgiven: 0, activeToday, endsToday: false };
  if (last === undefined) return none;
  return { ...runTo(active, last), activeToday, endsToday: last === today - 2 };
}

/** The longest of all, by the same rule. */
export function longestStreak(active: ReadonlySet<Day>): number {
  const ends = [...active].filter((day) => !active.has(day + 1) && !active.has(day + 2));
  return Math.max(0, ...ends.map((day) => runTo(active, day).length));
}

function runTo(active: ReadonlySet<Day>, last: Day): { length: number; forgiven: number } {
  let length = 0;
  let forgiven = 0;
  let day = last;
  for (;;) {
    if (active.has(day)) length += 1;
    else if (active.has(day - 1)) forgiven += 1;
    else return { length, forgiven };
    day -= 1;
  }
}
