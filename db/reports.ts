import { asc, count, desc, eq, getTableColumns, isNotNull, isNull } from 'drizzle-orm';
import { newId } from '#lib/ids';
import type { Db } from './client.ts';
import { reports } from './tables.ts';

export type Report = typeof reports.$inferSelect;

export async function saveReport(
  db: Db,
  report: Omit<Report, 'id' | 'createdAt' | 'doneAt'>,
  now = new Date(),
): Promise<string> {
  const id = newId('rep');
  db.insert(reports)
    .values({ id, ...report, createdAt: now })
    .run();
  return id;
}

export const reportsListedMax = 100;

/** What is still to be looked at, oldest first, or what is done, latest first. Never who wrote it. */
export async function reportsThat(db: Db, are: 'open' | 'done'): Promise<Omit<Report, 'learnerId'>[]> {
  const { learnerId: _, ...columns } = getTableColumns(reports);
  return db
    .select(columns)
    .from(reports)
    .where(are === 'open' ? isNull(reports.doneAt) : isNotNull(reports.doneAt))
    .orderBy(are === 'open' ? asc(reports.createdAt) : desc(reports.doneAt))
    .limit(reportsListedMax)
    .all();
}

export async function openReportCount(db: Db): Promise<number> {
  return db.select({ open: count() }).from(reports).where(isNull(reports.doneAt)).get()?.open ?? 0;
}

/** False when there is no such report. */
export async function markReport(db: Db, id: string, done: boolean, now = new Date()): Promise<boolean> {
  const doneAt = done ? now : null;
  return db.update(reports).set({ doneAt }).where(eq(reports.id, id)).run().changes > 0;
}
