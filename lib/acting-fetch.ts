let isKnown = false;
let first: Promise<void> | null = null;

const lockName = 'underpin-first-act';
/** A tab that holds the lock longer than this has been put to sleep; then two guests are better than a lost request. */
const lockMsMax = 15_000;

/**
 * `fetch` for requests that do something. A visitor becomes a guest with the first of them that succeeds and learns their
 * cookie from its answer: two at once would make two guests, and what the slower one stored would be lost. So until one
 * has succeeded they go one after another, in all tabs of the browser where it has locks, else within the page. Not for
 * what makes nobody a guest, as a visit: others would wait for nothing.
 */
export async function actingFetch(path: string, init: RequestInit): Promise<Response> {
  if (isKnown) return fetch(path, init);
  // Browsers give locks to pages from https and localhost alone.
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  return locks ? acrossTabs(locks, path, init) : withinPage(path, init);
}

async function acrossTabs(locks: LockManager, path: string, init: RequestInit): Promise<Response> {
  const patience = AbortSignal.timeout(lockMsMax);
  const signal = init.signal ? AbortSignal.any([init.signal, patience]) : patience;
  const answered = await locks
    .request(lockName, { signal }, async () => {
      // Another request of this page may have made the visitor known meanwhile; then nobody waits for this one.
      if (isKnown) return null;
      const response = await fetch(path, init);
      isKnown ||= response.ok;
      return response;
    })
    .catch((cause: unknown) => {
      if (cause === patience.reason && !init.signal?.aborted) return null;
      throw cause;
    });
  return answered ?? fetch(path, init);
}

async function withinPage(path: string, init: RequestInit): Promise<Response> {
  while (!isKnown && first !== null) await first;
  const sent = fetch(path, init);
  if (!isKnown) {
    const settled = (isGood: boolean): void => {
      isKnown ||= isGood;
      first = null;
    };
    first = sent.then(
      ({ ok }) => settled(ok),
      () => settled(false),
    );
  }
  return sent;
}
