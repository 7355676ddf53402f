import { oncePerProcess } from '#lib/once-per-process';

/** Long enough for the answer to be on its way before the work begins. */
const pauseMs = 100;

/**
 * Does something once the answer is out: nobody waits for a mail server, and how long an answer takes tells nothing about
 * whether there was anything to do. A fault is logged and nothing else; `event` names it, and nobody's address is in it.
 */
export function afterAnswer(event: string, work: () => Promise<void>): void {
  const underWay = works();
  const done = new Promise<void>((resolve) => setTimeout(resolve, pauseMs))
    .then(work)
    .catch((error: unknown) => {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      console.error(JSON.stringify({ level: 'error', event: `${event}-fault`, reason }));
    })
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
