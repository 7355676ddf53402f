import { eq, inArray, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { linksOf } from './accounts.ts';
import { exportedColumns, exportedTables, exportVersion, type ExportedTable } from './export-format.ts';
import { sessionsOf } from './sessions.ts';
import * as tables from './tables.ts';
import { userById } from './users.ts';

/** So many rows are read at a time: a learner's code and verdicts may be many megabytes. */
const rowsAtATime = 50;

/**
 * All that is stored about a learner, as the text of one JSON file (`exportSchema`), in pieces. `userId` is null for a
 * guest, who has no account to tell of.
 */
export async function* exportOf(
  db: Db,
  of: { learnerId: string; userId: string | null; site: string },
  now = new Date(),
): AsyncGenerator<string> {
  const head = {
    format: 'underpin-export',
    version: exportVersion,
    exportedAt: now.toISOString(),
    site: of.site,
    account: of.userId === null ? null : await accountOf(db, of.userId),
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "tables": {`;
  for (const [index, name] of exportedTables.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(name)}: [`;
    yield* rowsOf(db, name, of.learnerId);
    yield '\n    ]';
  }
  yield '\n  }\n}\n';
}

async function* rowsOf(db: Db, name: ExportedTable, learnerId: string): AsyncGenerator<string> {
  const table = tables[name];
  const columns = exportedColumns(name);
  // Their numbers first: an offset would sort all rows of the learner anew for each page of them.
  const ids = db
    .select({ id: sql<number>`rowid` })
    .from(table)
    .where(eq(table.learnerId, learnerId))
    .orderBy(sql`rowid`)
    .values()
    .map(([id]) => id as number);
  let begun = false;
  for (let from = 0; from < ids.length; from += rowsAtATime) {
    const page = db
      .select()
      .from(table)
      .where(inArray(sql`rowid`, ids.slice(from, from + rowsAtATime)))
      .orderBy(sql`rowid`)
      .all() as Record<string, unknown>[];
    const lines = page
      // A number may have gone to somebody else's row since, where the reader takes their time.
      .filter((row) => row.learnerId === learnerId)
      .map((row) => JSON.stringify(Object.fromEntries(columns.map((name) => [name, row[name]]))));
    if (lines.length > 0) yield `${begun ? ',' : ''}\n      ${lines.join(',\n      ')}`;
    begun ||= lines.length > 0;
  }
}

/** No secret is in it: neither the password's hash nor an id that signs anybody in. */
async function accountOf(db: Db, userId: string) {
  const user = await userById(db, userId);
  if (!user) return null;
  const sessions = await sessionsOf(db, userId);
  return {
    email: user.email,
    name: user.name,
    createdAt: user.createdAt,
    hasPassword: user.passwordHash !== null,
    providers: await linksOf(db, userId),
    sessions: sessions.map(({ createdAt, lastSeenAt, userAgent }) => ({ createdAt, lastSeenAt, userAgent })),
  };
}
