import type { Activity } from '#db/activity';
import { dayTeller, weekdayOf, type Day } from './days.ts';
import { longestStreak, streakOf, type Streak } from './streak.ts';

export type DayCount = { day: Day; submissions: number; answers: number; lessons: number; total: number };

export type Calendar = {
  zone: string;
  today: Day;
  /** Monday to Sunday; null after today. The last week is the present one. */
  weeks: { monday: Day; days: (DayCount | null)[] }[];
  streak: Streak;
  longest: number;
  activeDays: number;
  total: number;
};

const weekCount = 53;

/** The earliest moment that a calendar looks at, whatever the zone. */
export function calendarStart(now: Date): Date {
  return new Date(now.getTime() - (weekCount * 7 + 2) * 86_400_000);
}

/** A year of activity as days of the learner's own calendar. */
export function calendarOf(activity: readonly Activity[], zone: string, now: Date): Calendar {
  const dayOf = dayTeller(zone);
  const today = dayOf(now);
  const first = today - weekdayOf(today) - (weekCount - 1) * 7;
  const counts = new Map<Day, DayCount>();
  for (const { at, submissions, answers, lessons } of activity) {
    const day = dayOf(at);
    if (day < first || day > today) continue;
    const count = counts.get(day) ?? emptyDay(day);
    count.submissions += submissions;
    count.answers += answers;
    count.lessons += lessons;
    count.total += submissions + answers + lessons;
    counts.set(day, count);
  }
  const active = new Set(counts.keys());
  const dayAt = (day: Day) => (day > today ? null : (counts.get(day) ?? emptyDay(day)));
  return {
    zone,
    today,
    weeks: Array.from({ length: weekCount }, (_, week) => {
      const monday = first + week * 7;
      return { monday, days: Array.from({ length: 7 }, (_day, offset) => dayAt(monday + offset)) };
    }),
    streak: streakOf(active, today),
    longest: longestStreak(active),
    activeDays: active.size,
    total: [...counts.values()].reduce((sum, { total }) => sum + total, 0),
  };
}

function emptyDay(day: Day): DayCount {
  return { day, submissions: 0, answers: 0, lessons: 0, total: 0 };
}
