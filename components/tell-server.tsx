import { actingFetch } from '#lib/acting-fetch';
import type { Work } from '#lib/outbox/letter';
import { hasNotedLetters } from '#lib/outbox/noted';
import { requestOf } from '#lib/outbox/send';
import { randomKey } from '#lib/random-key';
import { ownerNow, refreshMe } from './me.tsx';

/** A server that has not answered by then may have it all the same; what is sent again under its key counts once. */
const patienceMs = 10_000;

/**
 * Tells the server what was done, now or when it can be reached. Resolves to `kept` when it waits on this device; throws
 * when the server refused it, or it could not even be kept. It is `owner`'s, whoever the browser is known as by now: what
 * arrives under another's sign-in waits for its own, who may be signing in at this moment.
 */
export async function tellServer(
  work: Exclude<Work, { kind: 'submission' }>,
  owner = ownerNow().id,
): Promise<'stored' | 'kept'> {
  const key = randomKey();
  // What waits is older and must not arrive later than this.
  if (!hasNotedLetters()) {
    const [path, init] = requestOf({ work, owner, key, atMs: Date.now() });
    const signal = AbortSignal.timeout(patienceMs);
    const response = await actingFetch(path, { ...init, signal, keepalive: true }).catch(() => null);
    if (response?.ok) {
      await refreshMe();
      return 'stored';
    }
    // Too fast, or the server is broken: that passes. Of another sign-in the page has to know.
    if (response?.status === 409) await refreshMe();
    else if (response && response.status < 500 && response.status !== 429) {
      throw new Error(`${init.method} ${path} answered ${response.status}`);
    }
  }
  const { outboxHere } = await import('#lib/outbox/here');
  const box = outboxHere(ownerNow);
  await box.add(work, { key, owner });
  await box.flush();
  if (box.waits(key)) return 'kept';
  await refreshMe();
  return 'stored';
}
