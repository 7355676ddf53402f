import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TrackSummary } from '#content/load';
import { missingFor, missingIn } from '../../../app/progress/plan/missing.ts';
import { planOf, wayToFit, type PlanItem } from '../../../app/progress/plan/plan.ts';

const item = (id: string, minutes: number): PlanItem => ({ kind: 'lesson', id, title: id, path: `/${id}`, minutes });

test('a day is filled and a long item goes on over the next ones', () => {
  const plan = planOf([item('a', 20), item('b', 50)], { firstDay: 100, days: 5, minutesPerDay: 30 });
  expect(plan.days.map(({ day, parts }) => [day, ...parts.map((part) => `${part.item.id} ${part.minutes}`)])).toEqual([
    [100, 'a 20', 'b 10'],
    [101, 'b 30'],
    [102, 'b 10'],
  ]);
  expect(plan.days[1]!.parts[0]).toMatchObject({ isFirst: false, isLast: false });
  expect(plan).toMatchObject({ fits: true, neededMinutes: 70, availableMinutes: 150, leftOut: [] });
});

test('what does not fit is said, with what would make it fit', () => {
  const plan = planOf([item('a', 20), item('b', 50)], { firstDay: 100, days: 2, minutesPerDay: 20 });
  expect(plan).toMatchObject({ fits: false, leftOut: [{ id: 'b' }] });
  expect(wayToFit(70, { days: 2, minutesPerDay: 20 })).toEqual({ minutesPerDay: 35, days: 4 });
  expect(planOf([item('a', 20)], { firstDay: 1, days: 0, minutesPerDay: 20 })).toMatchObject({ fits: false, days: [] });
  // More than anybody has in a day is no way.
  expect(wayToFit(721, { days: 1, minutesPerDay: 20 })).toEqual({ minutesPerDay: null, days: 37 });
  expect(wayToFit(70, { days: 0, minutesPerDay: 20 })).toEqual({ minutesPerDay: null, days: 4 });
});

test('every minute is planned once, in order, and no day is fuller than asked for', () => {
  const minutes = fc.array(fc.integer({ min: 3, max: 90 }), { maxLength: 30 });
  fc.assert(
    fc.property(minutes, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 10, max: 200 }), (sizes, days, perDay) => {
      const items = sizes.map((size, index) => item(String(index), size));
      const plan = planOf(items, { firstDay: 0, days, minutesPerDay: perDay });
      const parts = plan.days.flatMap((day) => day.parts);
      expect(plan.days.length).toBeLessThanOrEqual(days);
      for (const day of plan.days) {
        expect(day.parts.reduce((sum, part) => sum + part.minutes, 0)).toBeLessThanOrEqual(perDay);
      }
      expect(parts.map((part) => Number(part.item.id))).toEqual(
        parts.map((part) => Number(part.item.id)).toSorted((a, b) => a - b),
      );
      const planned = parts.reduce((sum, part) => sum + part.minutes, 0);
      expect(planned).toBe(Math.min(plan.neededMinutes, plan.availableMinutes));
      expect(plan.fits).toBe(plan.neededMinutes <= plan.availableMinutes);
    }),
  );
});

const exercise = (id: string, level: 'junior' | 'mid', kind: 'code' | 'write' = 'code') => ({
  id,
  level,
  kind,
  title: id,
  summary: '',
  languages: [],
  minutes: 10,
  skills: [],
  path: `/practice/${id}`,
  lessonId: 'l',
  trackId: 't',
});
const lesson = (id: string, level: 'junior' | 'mid', exercises: ReturnType<typeof exercise>[] = []) => ({
  id,
  level,
  exercises,
  title: id,
  summary: '',
  minutes: 5,
  skills: [],
  path: `/learn/t/${id}`,
  trackId: 't',
  needs: [],
});
const tracks: TrackSummary[] = [
  {
    id: 't',
    title: 'T',
    summary: '',
    hue: 1,
    order: 1,
    path: '/learn/t',
    introHtml: '',
    lessons: [
      lesson('one', 'junior', [exercise('a', 'junior'), exercise('b', 'mid'), exercise('text', 'junior', 'write')]),
      lesson('two', 'mid'),
      lesson('three', 'junior'),
    ],
  },
];
const ids = (items: PlanItem[]) => items.map(({ id }) => id);
const nothing = { lessons: new Set<string>(), exercises: new Set<string>() };

test('what is missing for a level is what is below it too, lowest first, without texts and what is done or known', () => {
  expect(ids(missingFor('junior', tracks, nothing, new Set()))).toEqual(['one', 'a', 'three']);
  expect(ids(missingFor('mid', tracks, nothing, new Set()))).toEqual(['one', 'a', 'three', 'b', 'two']);
  const done = { lessons: new Set(['three']), exercises: new Set(['a']) };
  expect(ids(missingFor('mid', tracks, done, new Set(['one'])))).toEqual(['b', 'two']);
});

test('a plan for a posting is for its lessons alone, with their exercises up to the level or their own', () => {
  const missing = (chosen: string[], level: 'junior' | 'mid', known: string[] = []) =>
    ids(missingIn(new Set(chosen), level, tracks, nothing, new Set(known)));
  expect(missing(['one'], 'junior')).toEqual(['one', 'a']);
  expect(missing(['two', 'one'], 'junior')).toEqual(['one', 'a', 'two']);
  expect(missing(['one'], 'mid')).toEqual(['one', 'a', 'b']);
  expect(missing(['one'], 'mid', ['one'])).toEqual(['a', 'b']);
  const done = { lessons: new Set(['one']), exercises: new Set(['a', 'b']) };
  expect(missingIn(new Set(['one', 'gone']), 'mid', tracks, done, new Set())).toEqual([]);
});
