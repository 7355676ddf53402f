import type { Limits } from '../limits.ts';
import type { Pool } from '../pool.ts';
import { openSession, type Answer, type Session } from './session.ts';

export type Opened = { session: Session; loaded: Answer; startedMs: number; close: () => void };

/**
 * Leases a child and loads the submission. A child may have died while it was idle, which shows only now: what crashes
 * while it loads gets a second child, and only what crashes twice is told to the learner as theirs.
 */
export async function openSubmission(
  pool: Pool,
  limits: Limits,
  signal: AbortSignal,
  load: (session: Session) => Promise<Answer>,
): Promise<Opened> {
  for (let attempt = 1; ; attempt++) {
    const lease = await pool.lease(signal);
    const startedMs = performance.now();
    const session = openSession(lease.child, limits, signal);
    const close = (): void => {
      session.close();
      lease.release();
    };
    let loaded: Answer;
    try {
      loaded = await load(session);
    } catch (error) {
      close();
      throw error;
    }
    const crashed = loaded.kind === 'ended' && loaded.reason === 'crashed';
    if (!signal.aborted && (!crashed || attempt === 2)) return { session, loaded, startedMs, close };
    close();
    signal.throwIfAborted();
  }
}
