import { faultOf } from '#lib/fault';
import { oncePerProcess } from '#lib/once-per-process';
import { log } from '../log.ts';

/** Long enough for the answer to be on its way before the work begins. */
const pauseMs = 100;

/**
 * Does something once the answer is out: nobody waits for a mail server, and how long an answer takes tells nothing about
 * whether there was anything to do. A fault is logged and nothing else, since there is nobody left to tell.
 */
export function afterAnswer(event: string, work: () => Promise<void>): void {
  const underWay = works();
  const done = new Promise<void>((resolve) => setTimeout(resolve, pauseMs))
    .then(work)
    .catch((error: unknown) => log('error', `${event}-fault`, { code: faultOf(error).code ?? 'unknown' }))
    .finally(() => underWay.delete(done));
  underWay.add(done);
}

/** Resolves when all of it is done. */
export async function answersFinished(): Promise<void> {
  await Promise.all(works());
}

function works(): Set<Promise<void>> {
  return oncePerProcess('works after answers', () => new Set());
}
