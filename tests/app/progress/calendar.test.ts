import { expect, test } from 'vitest';
import { calendarOf } from '../../../app/progress/calendar.ts';
import { dayTeller, isoDay, isZone, weekdayOf } from '../../../app/progress/days.ts';
import { localesFrom } from '../../../app/progress/locales.ts';
import { longestStreak, streakOf } from '../../../app/progress/streak.ts';
import { zoneFrom } from '../../../app/progress/zone.ts';

const today = 20_000;
/** Days before today: `days(0, 1, 3)` are today, yesterday and three days ago. */
const days = (...ago: number[]) => new Set(ago.map((count) => today - count));

test('one missed day is forgiven and not counted, two in a row end the streak', () => {
  expect(streakOf(days(0, 1, 2), today)).toMatchObject({ length: 3, forgiven: 0 });
  expect(streakOf(days(0, 2, 3, 5), today)).toMatchObject({ length: 4, forgiven: 2 });
  expect(streakOf(days(0, 1, 4, 5), today)).toMatchObject({ length: 2, forgiven: 0 });
});

test('today is not missed before it is over', () => {
  expect(streakOf(days(1, 2), today)).toEqual({ length: 2, forgiven: 0, activeToday: false, endsToday: false });
  expect(streakOf(days(2, 3), today)).toEqual({ length: 2, forgiven: 0, activeToday: false, endsToday: true });
  expect(streakOf(days(3, 4), today)).toMatchObject({ length: 0, endsToday: false });
  expect(streakOf(days(0, 2), today)).toMatchObject({ length: 2, activeToday: true, endsToday: false });
  expect(streakOf(new Set(), today)).toMatchObject({ length: 0 });
});

test('the longest streak goes by the same rule', () => {
  expect(longestStreak(days(0, 10, 11, 13, 14))).toBe(4);
  expect(longestStreak(new Set())).toBe(0);
});

test('a moment is on the day of the reader, also when their clocks change', () => {
  const dayIn = (zone: string, iso: string) => isoDay(dayTeller(zone)(new Date(iso)));
  expect(dayIn('Pacific/Auckland', '2026-03-01T12:00:00Z')).toBe('2026-03-02');
  expect(dayIn('America/Los_Angeles', '2026-03-01T05:00:00Z')).toBe('2026-02-28');
  expect(dayIn('Asia/Kathmandu', '2026-03-01T18:20:00Z')).toBe('2026-03-02');
  expect(dayIn('Europe/Berlin', '2026-03-28T23:30:00Z')).toBe('2026-03-29');
  expect(dayIn('Europe/Berlin', '2026-03-29T22:30:00Z')).toBe('2026-03-30');
});

test('weeks begin on Monday', () => {
  // 1970-01-01 was a Thursday.
  expect([weekdayOf(0), weekdayOf(4), weekdayOf(-3)]).toEqual([3, 0, 0]);
});

test('a year is drawn by days of the reader, up to today', () => {
  const now = new Date('2026-11-21T10:00:00Z');
  const at = (iso: string, submissions: number) => ({ at: new Date(iso), submissions, answers: 1, lessons: 0 });
  const activity = [at('2026-11-20T23:30:00Z', 2), at('2026-11-21T09:00:00Z', 1), at('2024-01-01T00:00:00Z', 5)];
  const utc = calendarOf(activity, 'UTC', now);
  expect(utc.weeks).toHaveLength(53);
  expect(utc).toMatchObject({ activeDays: 2, total: 5, streak: { length: 2, activeToday: true } });
  const lastWeek = utc.weeks.at(-1)!.days;
  expect(lastWeek.map((day) => day && [isoDay(day.day), day.total]).slice(4)).toEqual([
    ['2026-11-20', 3],
    ['2026-11-21', 2],
    null,
  ]);
  expect(calendarOf(activity, 'Europe/Berlin', now)).toMatchObject({ activeDays: 1, streak: { length: 1 } });
});

test('a zone out of a cookie is believed only when there is such a zone', () => {
  expect(zoneFrom('Europe%2FBerlin')).toEqual({ zone: 'Europe/Berlin', said: true });
  for (const cookie of [undefined, '', 'Mars/Olympus', '%E0%A4%A', '<script>']) {
    expect(zoneFrom(cookie)).toEqual({ zone: 'UTC', said: false });
  }
  expect(isZone('Asia/Kathmandu')).toBe(true);
});

test('dates are written in the languages that the browser asks for, and never in the server’s own', () => {
  expect(localesFrom('de-AT;q=0.8, fr, en; q=0.9')).toEqual(['fr', 'en', 'de-AT', 'en-GB']);
  expect(localesFrom('en-US,en;q=0.9')).toEqual(['en-US', 'en', 'en-GB']);
  for (const nonsense of [null, '', '*', 'fr;q=0', 'fr;q=high', '<script>', 'x'.repeat(10_000)]) {
    expect(localesFrom(nonsense)).toEqual(['en-GB']);
  }
  expect(localesFrom('tlh').length, 'one that nobody has dates in is passed over').toBe(2);
  expect(new Intl.DateTimeFormat(localesFrom('tlh'), { month: 'long' }).resolvedOptions().locale).toBe('en-GB');
});
