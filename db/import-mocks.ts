import { and, eq, isNull, lt } from 'drizzle-orm';
import { newId } from '#lib/ids';
import type { Transaction } from './client.ts';
import type { Export } from './export-format.ts';
import { mockAnswers, mockCode, mockReviews, mocks } from './tables.ts';

type Rows = Export['tables'];
type Given = Pick<Rows, 'mocks' | 'mockAnswers' | 'mockReviews' | 'mockCode' | 'mockSubmissions'>;

/**
 * The mock interviews of a file that are not here yet, under ids of ours, and of those that are the texts that were saved
 * later than ours. A mock of the same kind and seed begun at the same millisecond is the same mock. `submissionIds` leads
 * from the ids in the file to ours.
 */
export function newMocks(tx: Transaction, learnerId: string, given: Given, submissionIds: Map<string, string>): Given {
  const ids = new Map<string, string>();
  const rows = given.mocks.flatMap(({ id: theirId, ...row }) => {
    const same = and(
      eq(mocks.learnerId, learnerId),
      eq(mocks.startedAt, row.startedAt),
      eq(mocks.kind, row.kind),
      eq(mocks.seed, row.seed),
    );
    const ours = tx.select({ id: mocks.id, rounds: mocks.rounds }).from(mocks).where(same).get();
    const id = ours?.id ?? newId('mck');
    ids.set(theirId, id);
    if (!ours) return [{ ...row, id }];
    // Gone on with elsewhere, whether it ended there or is open still.
    if (row.ended || begunRounds(row) > begunRounds(ours)) {
      const { rounds, finishedAt, ended } = row;
      tx.update(mocks)
        .set({ rounds, finishedAt, ended })
        .where(and(eq(mocks.id, id), isNull(mocks.ended)))
        .run();
    }
    return [];
  });
  const known = <Row extends { mockId: string }>(of: Row[]) =>
    of.flatMap((row) => {
      const mockId = ids.get(row.mockId);
      return mockId ? [{ ...row, mockId }] : [];
    });
  const news = {
    mocks: rows,
    mockAnswers: known(given.mockAnswers),
    mockReviews: known(given.mockReviews),
    mockCode: known(given.mockCode),
    mockSubmissions: known(given.mockSubmissions).flatMap((row) => {
      const submissionId = submissionIds.get(row.submissionId);
      return submissionId ? [{ ...row, submissionId }] : [];
    }),
  };
  makeRoom(tx, news);
  return news;
}

function begunRounds({ rounds }: Pick<Given['mocks'][number], 'rounds'>): number {
  return rounds.filter(({ startedAtMs }) => startedAtMs !== null).length;
}

/** What is older here than in the file gives way; a row that stays keeps the one of the file out. */
function makeRoom(tx: Transaction, news: Given): void {
  for (const table of [mockAnswers, mockReviews] as const) {
    for (const row of table === mockAnswers ? news.mockAnswers : news.mockReviews) {
      const is = and(eq(table.mockId, row.mockId), eq(table.partId, row.partId));
      tx.delete(table)
        .where(and(is, lt(table.savedAt, row.savedAt)))
        .run();
    }
  }
  for (const row of news.mockCode) {
    const is = and(eq(mockCode.mockId, row.mockId), eq(mockCode.partId, row.partId), eq(mockCode.file, row.file));
    tx.delete(mockCode)
      .where(and(is, lt(mockCode.updatedAt, row.updatedAt)))
      .run();
  }
}
