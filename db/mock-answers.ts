import { isDeepStrictEqual } from 'node:util';
import { and, eq } from 'drizzle-orm';
import type { SelfReview, WrittenAnswer } from '#lib/mock';
import type { Db } from './client.ts';
import { partNow, type PartNow } from './mocks.ts';
import { mockAnswers, mockReviews } from './tables.ts';

type OfPart = { learnerId: string; mockId: string; partId: string };

/**
 * `not-found` where the learner has no such part, or one of another type; `state` where nothing can be saved for it now.
 * A `conflict` comes with what another device has saved; nothing is written then.
 */
export type SaveOutcome<Value> =
  | { outcome: 'saved'; version: number; savedAt: Date }
  | { outcome: 'conflict'; current: Value & { version: number; savedAt: Date } }
  | { outcome: 'refused'; state: PartNow['state'] }
  | { outcome: 'not-found' };

/**
 * Saves what was written for a part on top of `version`, the one that the device last saw (0: none), while its round runs
 * or has just ended. The same text again is no change: its answer was lost on the way.
 */
export async function saveAnswer(
  db: Db,
  save: OfPart & { answer: WrittenAnswer; version: number },
  now = new Date(),
): Promise<SaveOutcome<{ answer: WrittenAnswer }>> {
  const { learnerId, mockId, partId, answer } = save;
  return db.transaction(
    (tx) => {
      const found = partNow(tx, save, now);
      if (found?.part.type !== 'question') return { outcome: 'not-found' };
      const is = and(eq(mockAnswers.mockId, mockId), eq(mockAnswers.partId, partId));
      const current = tx.select().from(mockAnswers).where(is).get();
      if (current && isDeepStrictEqual(current.answer, answer)) {
        return { outcome: 'saved', version: current.version, savedAt: current.savedAt };
      }
      if (found.state !== 'open') return { outcome: 'refused', state: found.state };
      if (current && current.version !== save.version) {
        return {
          outcome: 'conflict',
          current: { answer: current.answer, version: current.version, savedAt: current.savedAt },
        };
      }
      const row = { answer, version: (current?.version ?? 0) + 1, savedAt: now };
      tx.insert(mockAnswers)
        .values({ learnerId, mockId, partId, ...row })
        .onConflictDoUpdate({ target: [mockAnswers.mockId, mockAnswers.partId], set: row })
        .run();
      return { outcome: 'saved', version: row.version, savedAt: now };
    },
    { behavior: 'immediate' },
  );
}

/** Saves how a learner rates their own answer, in the same way, once its round has ended; as often as they change their mind. */
export async function saveSelfReview(
  db: Db,
  save: OfPart & { review: SelfReview; version: number },
  now = new Date(),
): Promise<SaveOutcome<{ review: SelfReview }>> {
  const { learnerId, mockId, partId, review } = save;
  return db.transaction(
    (tx) => {
      const found = partNow(tx, save, now);
      if (found?.part.type !== 'question') return { outcome: 'not-found' };
      const hasEnded = found.mock.ended ?? found.mock.rounds.find(({ kind }) => kind === found.part.round)?.ended;
      // Where the mock was left before this round, there is nothing to rate.
      if (!hasEnded || found.state === 'not-begun') return { outcome: 'refused', state: found.state };
      const is = and(eq(mockReviews.mockId, mockId), eq(mockReviews.partId, partId));
      const current = tx.select().from(mockReviews).where(is).get();
      if (current && isDeepStrictEqual(current.review, review)) {
        return { outcome: 'saved', version: current.version, savedAt: current.savedAt };
      }
      if (current && current.version !== save.version) {
        return {
          outcome: 'conflict',
          current: { review: current.review, version: current.version, savedAt: current.savedAt },
        };
      }
      const row = { review, version: (current?.version ?? 0) + 1, savedAt: now };
      tx.insert(mockReviews)
        .values({ learnerId, mockId, partId, ...row })
        .onConflictDoUpdate({ target: [mockReviews.mockId, mockReviews.partId], set: row })
        .run();
      return { outcome: 'saved', version: row.version, savedAt: now };
    },
    { behavior: 'immediate' },
  );
}
