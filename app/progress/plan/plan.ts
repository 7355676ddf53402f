import type { Day } from '../days.ts';

export type PlanItem = { kind: 'lesson' | 'exercise'; id: string; title: string; path: string; minutes: number };

/** A piece of an item on one day: a long one goes on over several. */
export type PlanPart = { item: PlanItem; minutes: number; isFirst: boolean; isLast: boolean };
export type PlanDay = { day: Day; parts: PlanPart[] };

export type Plan = {
  days: PlanDay[];
  neededMinutes: number;
  availableMinutes: number;
  fits: boolean;
  /** What is not finished on the last day, in order. */
  leftOut: PlanItem[];
};

/** Lays what is missing out over the days that are left, in order, each day as full as the learner wants it. */
export function planOf(
  missing: readonly PlanItem[],
  { firstDay, days, minutesPerDay }: { firstDay: Day; days: number; minutesPerDay: number },
): Plan {
  const planned: PlanDay[] = [];
  const queue = missing.map((item) => ({ item, left: item.minutes }));
  for (let offset = 0; offset < days && queue.length > 0; offset += 1) {
    const parts: PlanPart[] = [];
    let free = minutesPerDay;
    while (free > 0 && queue[0]) {
      const { item, left } = queue[0];
      const minutes = Math.min(left, free);
      parts.push({ item, minutes, isFirst: left === item.minutes, isLast: minutes === left });
      free -= minutes;
      if (minutes === left) queue.shift();
      else queue[0].left -= minutes;
    }
    planned.push({ day: firstDay + offset, parts });
  }
  return {
    days: planned,
    neededMinutes: missing.reduce((sum, { minutes }) => sum + minutes, 0),
    availableMinutes: days * minutesPerDay,
    fits: queue.length === 0,
    leftOut: queue.map(({ item }) => item),
  };
}

/** Twelve hours; nobody studies longer, and more is not taken as a goal. */
export const minutesPerDayMax = 720;

/**
 * What would make it fit: more minutes on each of the days there are, where that is still a day that can be planned, or
 * more days of as many minutes.
 */
export function wayToFit(neededMinutes: number, { days, minutesPerDay }: { days: number; minutesPerDay: number }) {
  const perDay = days > 0 ? Math.ceil(neededMinutes / days) : Infinity;
  return {
    minutesPerDay: perDay <= minutesPerDayMax ? perDay : null,
    days: Math.ceil(neededMinutes / minutesPerDay),
  };
}
