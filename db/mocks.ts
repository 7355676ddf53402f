import { and, desc, eq, isNull } from 'drizzle-orm';
import { newId } from '#lib/ids';
import type { MockPart, SelfReview, WrittenAnswer } from '#lib/mock';
import { after, newRounds, partState, phaseOf, settled, type MockAction, type MockRound } from '#lib/mock-clock';
import type { Db, Transaction } from './client.ts';
import { submissionsIn, type MockSubmission } from './mock-submissions.ts';
import { mockAnswers, mockCode, mockReviews, mocks, mockSubmissions } from './tables.ts';

export type MockRow = typeof mocks.$inferSelect;

export type Saved<Value> = Value & { version: number; savedAt: Date };

/** A mock with all that belongs to it, by the ids of its parts; submissions come in the order in which they were made. */
export type Mock = MockRow & {
  answers: Record<string, Saved<{ answer: WrittenAnswer }>>;
  reviews: Record<string, Saved<{ review: SelfReview }>>;
  submissions: MockSubmission[];
};

/** The same for a list: that there is an answer, and not what it says. */
export type ListedMock = Omit<Mock, 'answers'> & { answers: Record<string, { partId: string }> };

/** Begins a mock with the first of its rounds, unless one of the learner's is still open. */
export async function startMock(
  db: Db,
  mock: Pick<MockRow, 'learnerId' | 'kind' | 'level' | 'language' | 'seed' | 'parts'>,
  now = new Date(),
): Promise<{ outcome: 'started' | 'open'; id: string }> {
  return db.transaction(
    (tx) => {
      const isOpen = and(eq(mocks.learnerId, mock.learnerId), isNull(mocks.ended));
      for (const row of tx.select().from(mocks).where(isOpen).all()) {
        const asOfNow = asOf(row, now);
        if (!asOfNow.ended) return { outcome: 'open', id: row.id };
        write(tx, asOfNow);
      }
      const id = newId('mck');
      const rounds = newRounds(mock.parts, now.getTime());
      tx.insert(mocks)
        .values({ id, ...mock, rounds, startedAt: now })
        .run();
      return { outcome: 'started', id };
    },
    { behavior: 'immediate' },
  );
}

/** As it stands now: a round whose time is over has ended, whether or not anybody has noticed. Null unless it is theirs. */
export async function mockOf(db: Db, learnerId: string, mockId: string, now = new Date()): Promise<Mock | null> {
  const row = find(db, learnerId, mockId);
  if (!row) return null;
  const answers = db.select().from(mockAnswers).where(eq(mockAnswers.mockId, row.id)).all();
  return withWork(db, learnerId, [asOf(row, now)], answers)[0] ?? null;
}

/** All of a learner's, the newest first, without the text of their answers. */
export async function mocksOf(db: Db, learnerId: string, now = new Date()): Promise<ListedMock[]> {
  const newest = [desc(mocks.startedAt), desc(mocks.id)];
  const rows = db
    .select()
    .from(mocks)
    .where(eq(mocks.learnerId, learnerId))
    .orderBy(...newest)
    .all();
  const answers = db
    .select({ mockId: mockAnswers.mockId, partId: mockAnswers.partId })
    .from(mockAnswers)
    .where(eq(mockAnswers.learnerId, learnerId))
    .all();
  return withWork(
    db,
    learnerId,
    rows.map((row) => asOf(row, now)),
    answers,
  );
}

/** The same without what was written and handed in: enough to draw the next one, or to say which is open. */
export async function mockRowsOf(db: Db, learnerId: string, now = new Date()): Promise<MockRow[]> {
  const rows = db.select().from(mocks).where(eq(mocks.learnerId, learnerId)).orderBy(desc(mocks.startedAt)).all();
  return rows.map((row) => asOf(row, now));
}

/** Pauses, resumes, ends or begins a round, or leaves the mock. Resolves to how it stands then; null unless it is theirs. */
export async function actOnMock(
  db: Db,
  act: { learnerId: string; mockId: string; action: MockAction; round: MockRound['kind'] },
  now = new Date(),
): Promise<MockRow | null> {
  return db.transaction(
    (tx) => {
      const row = find(tx, act.learnerId, act.mockId);
      if (!row) return null;
      const before = asOf(row, now);
      const acted = asOf({ ...before, rounds: after(before.rounds, act, now.getTime()) }, now);
      write(tx, acted);
      return acted;
    },
    { behavior: 'immediate' },
  );
}

/** Deletes a mock that is over, with what was written in it; what was handed in stays the learner's work. */
export async function deleteMock(
  db: Db,
  { learnerId, mockId }: { learnerId: string; mockId: string },
  now = new Date(),
): Promise<'deleted' | 'open' | 'not-found'> {
  return db.transaction(
    (tx) => {
      const row = find(tx, learnerId, mockId);
      if (!row) return 'not-found';
      if (!asOf(row, now).ended) return 'open';
      tx.delete(mocks).where(eq(mocks.id, row.id)).run();
      return 'deleted';
    },
    { behavior: 'immediate' },
  );
}

export type PartNow = { mock: MockRow; part: MockPart; state: ReturnType<typeof partState> };

/** A part, and whether something may be handed in for it now. Null where the learner has no such mock or part. */
export function partNow(
  db: Db | Transaction,
  { learnerId, mockId, partId }: { learnerId: string; mockId: string; partId: string },
  now: Date,
): PartNow | null {
  const row = find(db, learnerId, mockId);
  const mock = row && asOf(row, now);
  const part = mock?.parts.find(({ id }) => id === partId);
  const round = mock?.rounds.find(({ kind }) => kind === part?.round);
  return mock && part && round ? { mock, part, state: partState(round, now.getTime()) } : null;
}

/** Belongs into the merge of a guest: ids are unique, so what they did simply moves. */
export function mergeMocks(tx: Transaction, guestId: string, learnerId: string): void {
  for (const table of [mocks, mockAnswers, mockReviews, mockCode, mockSubmissions]) {
    tx.update(table).set({ learnerId }).where(eq(table.learnerId, guestId)).run();
  }
}

function find(db: Db | Transaction, learnerId: string, mockId: string): MockRow | undefined {
  return db
    .select()
    .from(mocks)
    .where(and(eq(mocks.id, mockId), eq(mocks.learnerId, learnerId)))
    .get();
}

function asOf(row: MockRow, now: Date): MockRow {
  const rounds = settled(row.rounds, now.getTime());
  const phase = phaseOf(rounds);
  if (phase.name !== 'ended') return { ...row, rounds };
  return { ...row, rounds, ended: phase.ended, finishedAt: new Date(phase.finishedAtMs) };
}

function write(tx: Transaction, { id, rounds, finishedAt, ended }: MockRow): void {
  tx.update(mocks).set({ rounds, finishedAt, ended }).where(eq(mocks.id, id)).run();
}

function withWork<Answer extends { mockId: string; partId: string }>(
  db: Db,
  learnerId: string,
  rows: MockRow[],
  answers: Answer[],
): (Omit<Mock, 'answers'> & { answers: Record<string, Answer> })[] {
  // Of one mock by its id alone: asked for both, SQLite goes through all of the learner's.
  const only = rows.length === 1 ? rows[0]!.id : null;
  const reviews = db
    .select()
    .from(mockReviews)
    .where(only ? eq(mockReviews.mockId, only) : eq(mockReviews.learnerId, learnerId))
    .all();
  const handedIn = submissionsIn(db, learnerId, only);
  const of = <Row extends { mockId: string }>(all: Row[], id: string) => all.filter(({ mockId }) => mockId === id);
  return rows.map((row) => ({
    ...row,
    answers: byPart(of(answers, row.id)),
    reviews: byPart(of(reviews, row.id)),
    submissions: of(handedIn, row.id).map(({ mockId: _mockId, ...submission }) => submission),
  }));
}

function byPart<Row extends { partId: string }>(rows: Row[]): Record<string, Row> {
  return Object.fromEntries(rows.map((row) => [row.partId, row]));
}
