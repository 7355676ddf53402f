import { sqlLimits } from '../limits.ts';
import type { RawDatabase } from '../open-database.ts';
import type { QueryOutcome } from '../query.ts';
import { limitMsOf, type Bench, type Who } from './bench.ts';
import { ServerLost } from './ends.ts';

/** How the judge looks into a database: a session with no more rights than the learner's, in a transaction that is undone. */
export type Eyes = {
  /** Keeps what the text did for the rest of the test; what a text did that was refused is undone. */
  query: (text: string, values?: unknown[]) => Promise<QueryOutcome>;
  /** Runs `work` and undoes whatever it did. */
  undone: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** False when the session is over. */
  reset: () => Promise<boolean>;
};

/**
 * Never a superuser: triggers, views, policies and functions of the learner's run with the rights of whoever reads.
 * The role is one that the learner cannot alter, so it has no settings of theirs, and `public` alone is searched.
 */
export async function openEyes(bench: Bench, who: Who, database: RawDatabase): Promise<Eyes> {
  const session = await database.connect('judge');
  let ended = false;
  const own = async (text: string): Promise<void> => {
    const outcome = await session.query({ text, mode: 'script', limitMs: sqlLimits.referenceMs });
    if (outcome.status === 'done') return;
    ended = true;
    throw new ServerLost();
  };
  await own('set search_path = public; begin');
  return {
    query: async (text, values) => {
      await own('savepoint judged');
      const limitMs = limitMsOf(bench, who);
      const outcome = await session.query({
        text,
        mode: 'script',
        limitMs,
        signal: bench.signal,
        ...(values && { values }),
      });
      if (outcome.status === 'done') await own('release judged');
      else if (outcome.status === 'refused' && session.transaction() === 'failed') await own('rollback to judged');
      else ended = true;
      return outcome;
    },
    undone: async (work) => {
      await own('savepoint undone');
      try {
        return await work();
      } finally {
        if (!ended) await own('rollback to undone; release undone');
      }
    },
    reset: async () => {
      if (!ended) await own('rollback; begin').catch(() => (ended = true));
      if (ended) await session.close();
      return !ended;
    },
  };
}
