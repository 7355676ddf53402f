import { expect, test } from 'vitest';
import { calendarOf } from '../../../app/progress/calendar.ts';
import { CalendarSection } from '../../../app/progress/calendar-section.tsx';
import { FormulaInWords } from '../../../app/progress/formula.tsx';
import { readinessOf, tallyOf, type Evidence, type Material } from '../../../app/progress/readiness.ts';
import { ReadinessTable } from '../../../app/progress/readiness-table.tsx';
import { PlanView } from '../../../app/progress/plan/plan-view.tsx';
import { planOf, wayToFit, type PlanItem } from '../../../app/progress/plan/plan.ts';
import type { CurrentPlan } from '../../../app/progress/plan/current-plan.ts';
import { htmlOf, wordsOf } from '../../components/render.ts';

const material: Material[] = [
  { type: 'exercise', id: 'a', level: 'junior', skills: ['databases'], minutes: 30 },
  { type: 'exercise', id: 'b', level: 'junior', skills: ['apis'], minutes: 30 },
];
const evidence: Evidence = {
  exercises: { a: { passed: true, failuresBeforePass: 1, hints: 1, solutionSeen: false, imported: false } },
  questions: {},
};
const readiness = readinessOf(material, evidence);

test('the table gives shares, and says where there is no material', () => {
  const words = wordsOf(ReadinessTable, { readiness });
  expect(words).toContain('All skills 40 % No material No material');
  expect(words).toContain('Databases 80 % No material No material');
  expect(words).toContain('Career No material No material No material');
});

test('the formula stands beside the reader’s own numbers and says what it is not', () => {
  const words = wordsOf(FormulaInWords, { readiness, tally: tallyOf(material, evidence) });
  expect(words).toContain('Passed after submissions that failed 10 % less, however many they were 1 exercise');
  expect(words).toContain('1 hint in 1 exercise');
  expect(words).toContain('Junior : 24 of 60 minutes shown, 40 %.');
  expect(words).toContain('Senior : there is no material at this level yet, so nothing can be said.');
  expect(words).toContain('not a certificate');
});

test('the calendar says in a table what it draws', () => {
  const now = new Date('2026-11-21T10:00:00Z');
  const activity = [{ at: new Date('2026-11-19T10:00:00Z'), submissions: 3, answers: 1, lessons: 0 }];
  const calendar = calendarOf(activity, 'UTC', now);
  const html = htmlOf(CalendarSection, { calendar, locales: ['en-GB'] });
  expect(html).toContain('<title>19 Nov 2026: 3 submissions, 1 answer</title>');
  expect(html.match(/<rect/g)).toHaveLength(52 * 7 + 6);
  const words = wordsOf(CalendarSection, { calendar, locales: ['en-GB'] });
  expect(words).toContain('16 Nov 2026 0 0 0 4 0 0');
  expect(words).toContain('You missed yesterday. Anything you do today forgives it and keeps the streak.');
});

test('the calendar names days and months as its reader does', () => {
  const calendar = calendarOf(
    [{ at: new Date('2026-11-19T10:00:00Z'), submissions: 1, answers: 0, lessons: 0 }],
    'UTC',
    new Date('2026-11-21T10:00:00Z'),
  );
  const of = (locale: string) => htmlOf(CalendarSection, { calendar, locales: [locale] });
  expect(of('en-US')).toContain('<title>Nov 19, 2026: 1 submission</title>');
  const german = of('de-DE');
  expect(german).toContain('<title>19.11.2026: 1 submission</title>');
  expect(german).toMatch(/<text[^>]*>Mo<\/text>[\s\S]*<text[^>]*>Dez<\/text>[\s\S]*>Donnerstag</);
});

test('a plan says whether it fits, and how it would', () => {
  const missing: PlanItem[] = [
    { kind: 'lesson', id: 'l', title: 'Joins', path: '/l', minutes: 20 },
    { kind: 'exercise', id: 'e', title: 'Slow routes', path: '/e', minutes: 50 },
  ];
  const viewOf = (days: number, lessonIds: string[] | null = null, items = missing, locales = ['en-GB']) => {
    const setAt = new Date(0);
    const goal = { learnerId: 'lrn', level: 'junior' as const, days, minutesPerDay: 30, lessonIds, setAt };
    const plan = planOf(items, { firstDay: 20_000, days, minutesPerDay: 30 });
    const fitting = wayToFit(plan.neededMinutes, { days, minutesPerDay: 30 });
    const current: CurrentPlan = { goal, today: 20_000, daysLeft: days, plan, fitting, knownCount: 0 };
    return wordsOf(PlanView, { current, locales });
  };
  expect(viewOf(9)).toContain(
    'It fits: 1 h 10 min are missing and you have 4 h 30 min. You are through on Sun 6 October',
  );
  expect(viewOf(9, null, missing, ['de-AT'])).toContain('You are through on So., 6. Oktober');
  expect(viewOf(9)).toContain('Junior in 9 days, 30 min a day');
  expect(viewOf(9, ['l', 'm'])).toContain('2 lessons for your job posting in 9 days, 30 min a day');
  expect(viewOf(9)).toContain('Slow routes Exercise, begin: 10 min of 50 min');
  expect(viewOf(2)).toContain('It would fit with 35 min a day, or in 3 days.');
  expect(viewOf(1, null, [{ ...missing[0]!, minutes: 1500 }])).toContain(
    '1 item at the end is left over. No day is long enough for all of it: at 30 min a day it would fit in 50 days.',
  );
  expect(viewOf(0)).toContain('The days are over, and 1 h 10 min are still missing: 3 more days at 30 min a day.');
});
