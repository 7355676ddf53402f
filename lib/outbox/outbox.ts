import { nobodyYet } from '../for-learner.ts';
import { isSamePlace, type Letter, type LetterStorage, type Sent, type TakeTurn, type Work } from './letter.ts';

export type OutboxSnapshot = {
  /** On their way, oldest first, and theirs to send who use the browser now. */
  waiting: Letter[];
  /** Submissions that were sent later and whose verdict nobody has seen. */
  answered: Letter[];
  /** How many are somebody's who is not signed in. */
  othersCount: number;
  isSending: boolean;
  /** Whether the last attempt found no server. */
  isOffline: boolean;
};

export type Outbox = ReturnType<typeof outbox>;

type Owner = { id: string; formerly: string[] };
type Deps = {
  storage: LetterStorage;
  send: (letter: Letter) => Promise<Sent>;
  takeTurn: TakeTurn;
  owner: () => Owner;
  nowMs?: () => number;
  /** Tells other tabs that there is something new in storage. */
  tellTabs?: () => void;
};

const retryMsMin = 5000;
const retryMsMax = 300_000;
/** Work of a guest who never comes back must not wait for ever. */
const ageMsMax = 60 * 86_400_000;

/**
 * Work that the server does not have yet, kept until it has. Each is sent as its owner's alone, one after another, by one
 * tab at a time; what a page is sending itself is left to that page as long as it lives.
 */
export function outbox({ storage, send, takeTurn, owner, nowMs = Date.now, tellTabs = () => undefined }: Deps) {
  let letters: Letter[] = [];
  let isSending = false;
  let isOffline = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let snapshot: OutboxSnapshot = { waiting: [], answered: [], othersCount: 0, isSending, isOffline };
  const listeners = new Set<() => void>();

  function show() {
    const mine = letters.filter(isMine);
    snapshot = {
      waiting: mine.filter(({ outcome }) => outcome === null),
      answered: mine.filter(({ outcome }) => outcome !== null),
      othersCount: letters.filter((letter) => letter.outcome === null && !isMine(letter)).length,
      isSending,
      isOffline,
    };
    for (const listener of listeners) listener();
  }

  function isMine(letter: Letter): boolean {
    const { id, formerly } = owner();
    return letter.owner === id || letter.owner === nobodyYet || formerly.includes(letter.owner);
  }

  async function reload() {
    const kept = await storage.all();
    // One's own is sent however old it looks: the clock may have been set.
    const old = kept.filter((letter) => !isMine(letter) && nowMs() - letter.atMs > ageMsMax);
    for (const { key } of old) await storage.remove(key);
    letters = kept.filter((letter) => !old.includes(letter)).sort((a, b) => a.atMs - b.atMs);
    show();
  }

  /** Now, and after all of theirs that waits, even if the clock has been set back since. */
  async function nextMs(letterOwner: string): Promise<number> {
    const theirs = (await storage.all()).filter(({ owner: of, outcome }) => of === letterOwner && outcome === null);
    const latest = Math.max(...theirs.map(({ atMs }) => atMs));
    return Math.max(nowMs(), latest + 1);
  }

  async function changed() {
    await reload();
    tellTabs();
  }

  async function remove(key: string) {
    await storage.remove(key);
    await changed();
  }

  /** Resolves to whether to go on with the next. */
  async function sendOne(letter: Letter): Promise<boolean> {
    const sent = await send(letter);
    isOffline = sent.type === 'later' && sent.isOffline;
    if (sent.type === 'sign-in') return true;
    if (sent.type === 'later') {
      failures += 1;
      const backOffMs = Math.min(retryMsMin * 2 ** (failures - 1), retryMsMax);
      wakeIn(Math.max(sent.retryAfterMs ?? 0, backOffMs));
      return false;
    }
    failures = 0;
    // Taken back while it was under way: the server has it now, and nobody waits for its verdict.
    const isWanted = (await storage.all()).some(({ key }) => key === letter.key);
    if (isWanted && letter.work.kind === 'submission' && (sent.type === 'refused' || sent.verdict)) {
      const outcome =
        sent.type === 'refused' ? sent : ({ type: 'verdict', verdict: sent.verdict! } satisfies Letter['outcome']);
      await storage.put({ ...letter, outcome });
      await changed();
    } else {
      if (sent.type === 'refused') console.warn('The server did not take what was done offline.', letter.work, sent);
      await remove(letter.key);
    }
    return true;
  }

  function wakeIn(delayMs: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delayMs);
  }

  /** Sends all that waits, unless another tab is at it. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (isSending) return;
    isSending = true;
    try {
      const isDone = await takeTurn('underpin-outbox', async () => {
        await reload();
        const tried = new Set<string>();
        // Looked up anew each time: more may be done while these are on their way.
        const next = () => snapshot.waiting.find(({ key }) => !tried.has(key));
        for (let letter = next(); letter; letter = next()) {
          const { key } = letter;
          tried.add(key);
          const goesOn = await takeTurn(turnOf(key), () => sendOne(letter!));
          if (goesOn === false) break;
          await reload();
        }
        return true;
      });
      // Another tab is at it, and may not have seen the latest.
      if (!isDone) wakeIn(retryMsMin);
    } finally {
      isSending = false;
      show();
    }
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => snapshot,
    /** Whether it is still to be sent, whosever it is. */
    waits: (key: string) => letters.some((letter) => letter.key === key && letter.outcome === null),
    reload,
    flush,
    remove,
    /** Keeps what was done until it is sent, which begins at once. */
    async add(work: Work, letter: { key: string; owner: string }): Promise<void> {
      await storage.put({ ...letter, atMs: await nextMs(letter.owner), work, outcome: null });
      await changed();
    },
    /**
     * Keeps a submission before its page sends it, in place of one of the same exercise that still waits. Until the page
     * calls what comes back, or is gone, nobody else sends it. Rejects where the browser keeps nothing.
     */
    async hold(work: Work & { kind: 'submission' }, letter: { key: string; owner: string }): Promise<() => void> {
      const { promise: held, resolve } = Promise.withResolvers<null>();
      const release = () => resolve(null);
      const taken = Promise.withResolvers<null>();
      const turn = takeTurn(turnOf(letter.key), () => {
        taken.resolve(null);
        return held;
      });
      void turn.then(() => taken.resolve(null), taken.reject);
      await taken.promise;
      try {
        const before = (await storage.all()).filter(
          (other) =>
            other.outcome === null &&
            other.owner === letter.owner &&
            other.work.kind === 'submission' &&
            isSamePlace(other.work, work),
        );
        await storage.put({ ...letter, atMs: await nextMs(letter.owner), work, outcome: null });
        for (const { key } of before) await storage.remove(key);
        await changed();
      } catch (cause) {
        release();
        throw cause;
      }
      return release;
    },
  };
}

const turnOf = (key: string) => `underpin-letter-${key}`;
