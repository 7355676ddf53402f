import { and, count, eq, ne, sql } from 'drizzle-orm';
import { newId } from '#lib/ids';
import type { Verdict } from '#lib/verdict';
import type { Db, Transaction } from './client.ts';
import { versionsKeptMax } from './draft-versions.ts';
import type { Export } from './export-format.ts';
import { newMocks } from './import-mocks.ts';
import { moveAll } from './merge.ts';
import { newStories, newStoryVersions } from './import-stories.ts';
import * as tables from './tables.ts';
import { hashOfToken, newToken } from './tokens.ts';

const { checkAnswers, checks, drafts, draftVersions, learners, progress, submissions } = tables;

export type Imported = { exercises: number; lessons: number; submissions: number; drafts: number };

/**
 * Brings an export into an account, all or nothing. What is not there yet is put under a guest made for the purpose, and
 * the guest is merged as any guest is at sign-in: the better result wins, the newer draft wins, nothing is lost. Rows get
 * ids of ours, and what was graded elsewhere is marked (`importedAt`), since nobody here has seen it pass. The same file
 * a second time changes nothing.
 */
export async function importExport(
  db: Db,
  { learnerId, file }: { learnerId: string; file: Export },
  now = new Date(),
): Promise<Imported> {
  const given = file.tables;
  return db.transaction(
    (tx) => {
      const guestId = newId('lrn');
      tx.insert(learners)
        .values({ id: guestId, guestTokenHash: hashOfToken(newToken()), createdAt: now })
        .run();
      const handedIn = newSubmissions(tx, learnerId, given.submissions, now);
      const news = {
        ...given,
        progress: newProgress(tx, learnerId, given.progress, now),
        submissions: handedIn.rows,
        ...newMocks(tx, learnerId, given, handedIn.ids),
        // They were written to whoever ran the other server.
        reports: [],
        checks: newChecks(tx, learnerId, given.checks),
        checkAnswers: newCheckAnswers(tx, learnerId, given.checkAnswers),
        drafts: newDrafts(tx, learnerId, given.drafts),
        stories: newStories(tx, learnerId, given.stories),
        storyVersions: newStoryVersions(tx, learnerId, given.storyVersions),
        draftVersions: newVersions(tx, learnerId, given.draftVersions).map((version) => ({
          ...version,
          submissionId: handedIn.ids.get(version.submissionId ?? '') ?? null,
        })),
      };
      for (const [name, rows] of Object.entries(news) as [keyof typeof news, object[]][]) {
        for (const row of rows) {
          tx.insert(tables[name])
            .values({ ...row, learnerId: guestId } as never)
            .onConflictDoNothing()
            .run();
        }
      }
      moveAll(tx, guestId, learnerId);
      countAgain(
        tx,
        learnerId,
        given.progress.map(({ exerciseId }) => exerciseId),
      );
      return {
        exercises: given.progress.length,
        lessons: given.lessonProgress.length,
        submissions: news.submissions.length,
        drafts: given.drafts.length,
      };
    },
    { behavior: 'immediate' },
  );
}

type Rows = Export['tables'];

/** Merging adds attempts up; of the same attempts, told twice, only those beyond ours are new. */
function newProgress(tx: Transaction, learnerId: string, rows: Rows['progress'], now: Date) {
  const ours = byKey(
    tx.select().from(progress).where(eq(progress.learnerId, learnerId)).all(),
    (row) => row.exerciseId,
  );
  return rows.map((row) => {
    const known = ours.get(row.exerciseId);
    // Failures add up only as long as neither side has passed.
    const isOpen = known?.status === 'attempted' && row.status === 'attempted';
    return {
      ...row,
      attempts: Math.max(0, row.attempts - (known?.attempts ?? 0)),
      failuresBeforePass: isOpen
        ? Math.max(0, row.failuresBeforePass - known.failuresBeforePass)
        : row.failuresBeforePass,
      importedAt: row.importedAt ?? now,
    };
  });
}

function newChecks(tx: Transaction, learnerId: string, rows: Rows['checks']) {
  const key = ({ lessonId, checkId }: { lessonId: string; checkId: string }) => `${lessonId} ${checkId}`;
  const ours = byKey(tx.select().from(checks).where(eq(checks.learnerId, learnerId)).all(), key);
  return rows.map((row) => ({ ...row, attempts: Math.max(0, row.attempts - (ours.get(key(row))?.attempts ?? 0)) }));
}

/** The same question answered at the same millisecond is the same answer. */
function newCheckAnswers(tx: Transaction, learnerId: string, rows: Rows['checkAnswers']) {
  const key = (row: { lessonId: string; checkId: string; answeredAt: Date }) =>
    `${row.lessonId} ${row.checkId} ${row.answeredAt.getTime()}`;
  const ours = byKey(tx.select().from(checkAnswers).where(eq(checkAnswers.learnerId, learnerId)).all(), key);
  return rows.filter((row) => !ours.has(key(row)));
}

/**
 * The same code for the same exercise at the same millisecond is the same submission, whatever id it has where. `ids`
 * leads from the ids in the file to ours.
 */
function newSubmissions(tx: Transaction, learnerId: string, given: Rows['submissions'], now: Date) {
  const ids = new Map<string, string>();
  const rows = given.flatMap(({ id: theirId, ...row }) => {
    const sameMoment = and(
      eq(submissions.learnerId, learnerId),
      eq(submissions.exerciseId, row.exerciseId),
      eq(submissions.createdAt, row.createdAt),
    );
    const ours = tx.select({ id: submissions.id, files: submissions.files }).from(submissions).where(sameMoment).all();
    const same = ours.find(({ files }) => sameFiles(files, row.files));
    const id = same?.id ?? newId('sub');
    ids.set(theirId, id);
    if (same) return [];
    const verdict = row.verdict ?? neverGraded;
    const tests = verdict.status === 'unavailable' ? [] : verdict.tests;
    return {
      ...row,
      id,
      closedAt: row.closedAt ?? row.createdAt,
      verdict,
      verdictStatus: verdict.status,
      passedTests: tests.filter(({ status }) => status === 'passed').length,
      totalTests: tests.length,
      importedAt: row.importedAt ?? now,
    };
  });
  return { rows, ids };
}

/** An open row would be graded here at the next start, for an exercise that may be another one by now. */
const neverGraded: Verdict = {
  version: 1,
  status: 'unavailable',
  message: 'This code was not graded where it was exported. Submit it again to have it graded here.',
  retryAfterMs: 0,
};

function sameFiles(one: Record<string, string>, other: Record<string, string>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** Code that the account holds already would become one more version each time, unless it is newer than the draft. */
function newDrafts(tx: Transaction, learnerId: string, rows: Rows['drafts']) {
  const held = heldSources(tx, learnerId);
  const ours = byKey(tx.select().from(drafts).where(eq(drafts.learnerId, learnerId)).all(), fileKey);
  return rows.filter((row) => {
    const draft = ours.get(fileKey(row));
    const isNewer = draft !== undefined && draft.source !== row.source && draft.updatedAt < row.updatedAt;
    return isNewer || !held.has(sourceKey(row));
  });
}

/** As many of the newest as there is room for beside the account's own, less one for a draft that is replaced. */
function newVersions(tx: Transaction, learnerId: string, rows: Rows['draftVersions']) {
  const held = heldSources(tx, learnerId);
  const room = new Map<string, number>();
  for (const row of tx.select().from(draftVersions).where(eq(draftVersions.learnerId, learnerId)).all()) {
    room.set(fileKey(row), (room.get(fileKey(row)) ?? versionsKeptMax - 1) - 1);
  }
  return [...rows]
    .sort((one, other) => other.updatedAt.getTime() - one.updatedAt.getTime())
    .filter((row) => {
      const left = room.get(fileKey(row)) ?? versionsKeptMax - 1;
      if (left <= 0 || held.has(sourceKey(row))) return false;
      held.add(sourceKey(row));
      room.set(fileKey(row), left - 1);
      return true;
    });
}

function heldSources(tx: Transaction, learnerId: string): Set<string> {
  const current = tx.select().from(drafts).where(eq(drafts.learnerId, learnerId)).all();
  const versions = tx.select().from(draftVersions).where(eq(draftVersions.learnerId, learnerId)).all();
  return new Set([...current, ...versions].map(sourceKey));
}

type OfFile = { exerciseId: string; file: string };
const fileKey = ({ exerciseId, file }: OfFile) => `${exerciseId} ${file}`;
const sourceKey = (row: OfFile & { source: string }) => `${fileKey(row)} ${row.source}`;

/** Both sides may have had attempts that the other did not; then there are more submissions than either counted. */
function countAgain(tx: Transaction, learnerId: string, exerciseIds: string[]): void {
  for (const exerciseId of exerciseIds) {
    const graded = and(
      eq(submissions.learnerId, learnerId),
      eq(submissions.exerciseId, exerciseId),
      ne(submissions.verdictStatus, 'unavailable'),
    );
    const counted = tx.select({ graded: count() }).from(submissions).where(graded).get();
    tx.update(progress)
      .set({ attempts: sql`max(${progress.attempts}, ${counted?.graded ?? 0})` })
      .where(and(eq(progress.learnerId, learnerId), eq(progress.exerciseId, exerciseId)))
      .run();
  }
}

function byKey<Row>(rows: Row[], key: (row: Row) => string): Map<string, Row> {
  return new Map(rows.map((row) => [key(row), row]));
}
