import { storeModules } from '#lib/store-modules';
import type { RunOutcome } from '#lib/verdict';
import type { LanguageWords } from '../language.ts';
import type { Limits } from '../limits.ts';
import type { Pool } from '../pool.ts';
import type { RunJob } from '../runtime.ts';
import { openSubmission } from './open.ts';

export type RunWay = {
  /** What the learner's file is called where there is no exercise. */
  file: string;
  limits: Limits;
  explain: LanguageWords['explain'];
};

/** Runs code of a lesson in a child, of whichever language that is, and shows what it printed. Nothing is judged. */
export async function runInChild(pool: Pool, job: RunJob, { file, limits, explain }: RunWay): Promise<RunOutcome> {
  const { session, loaded, startedMs, close } = await openSubmission(pool, limits, job.signal, (opened) =>
    opened.load('submission', file, job.source, { drain: true, modules: storeModules }),
  );
  try {
    const console = session.endTest();
    const durationMs = Math.round(performance.now() - startedMs);
    if (loaded.kind === 'loaded') return { version: 1, status: 'ran', console, durationMs };
    const { reason = 'threw', ...rest } = explain(loaded, { file, limits, phase: 'run' });
    return { version: 1, status: 'errored', reason, ...rest, console, tests: [], durationMs };
  } finally {
    close();
  }
}
