import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { mockSubmissions, submissions } from './tables.ts';

export type MockSubmission = {
  id: string;
  partId: string;
  createdAt: Date;
  verdictStatus: typeof submissions.$inferSelect.verdictStatus;
  passedTests: number | null;
  totalTests: number | null;
  importedAt: Date | null;
};

/** What was handed in for one mock, or for all of a learner's, in the order in which it was made. */
export function submissionsIn(
  db: Db,
  learnerId: string,
  mockId: string | null,
): (MockSubmission & { mockId: string })[] {
  const isIn = mockId ? eq(mockSubmissions.mockId, mockId) : eq(mockSubmissions.learnerId, learnerId);
  const { submissionId, partId } = mockSubmissions;
  const places = new Map(
    db
      .select({ submissionId, mockId: mockSubmissions.mockId, partId })
      .from(mockSubmissions)
      .where(isIn)
      .all()
      .map(({ submissionId: id, ...place }) => [id, place]),
  );
  const ids = JSON.stringify([...places.keys()]);
  // Of one mock by their ids. Of all mocks from the index of the learner's submissions, for which the plus is: it has
  // everything that is wanted, and hundreds of single rows, each with code and a verdict, lie all over the file.
  const isOneOf = sql`${mockId ? submissions.id : sql`+${submissions.id}`} in (select value from json_each(${ids}))`;
  const rows = db
    .select({
      id: submissions.id,
      createdAt: submissions.createdAt,
      verdictStatus: submissions.verdictStatus,
      passedTests: submissions.passedTests,
      totalTests: submissions.totalTests,
      importedAt: submissions.importedAt,
    })
    .from(submissions)
    .where(mockId ? isOneOf : and(eq(submissions.learnerId, learnerId), isOneOf))
    .orderBy(asc(submissions.createdAt), asc(submissions.id))
    .all();
  return rows.flatMap((row) => {
    const place = places.get(row.id);
    return place ? [{ ...row, ...place }] : [];
  });
}
