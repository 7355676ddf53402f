import { and, eq, gte, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from './client.ts';
import { checkAnswers, lessonProgress, submissions } from './tables.ts';

/** Zones differ from UTC by multiples of a quarter of an hour, so no quarter lies in two days of anybody. */
const quarterMs = 900_000;

export type Activity = { at: Date; submissions: number; answers: number; lessons: number };

/**
 * What a learner did since a moment, summed up by quarters of an hour; whoever draws it knows the time zone and makes
 * days of them. Counted are submissions, answers to questions, and lessons marked as done.
 */
export async function activityOf(db: Db, learnerId: string, since: Date): Promise<Activity[]> {
  const byQuarter = new Map<number, Activity>();
  const add = (kind: 'submissions' | 'answers' | 'lessons', moments: number[]) => {
    for (const moment of moments) {
      const quarter = Math.floor(moment / quarterMs);
      const known = byQuarter.get(quarter);
      const row = known ?? { at: new Date(quarter * quarterMs), submissions: 0, answers: 0, lessons: 0 };
      row[kind] += 1;
      byQuarter.set(quarter, row);
    }
  };
  const momentsOf = (table: Watched, owner: SQLiteColumn, moment: SQLiteColumn) =>
    db
      .select({ moment: sql<number>`${moment}` })
      .from(table)
      .where(and(eq(owner, learnerId), gte(moment, since)))
      // Thousands of rows a year; arrays of numbers take a tenth of what objects with dates do.
      .values()
      .map(([at]) => at as number);
  add('submissions', momentsOf(submissions, submissions.learnerId, submissions.createdAt));
  add('answers', momentsOf(checkAnswers, checkAnswers.learnerId, checkAnswers.answeredAt));
  add('lessons', momentsOf(lessonProgress, lessonProgress.learnerId, lessonProgress.doneAt));
  return [...byQuarter.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}

type Watched = typeof submissions | typeof checkAnswers | typeof lessonProgress;
