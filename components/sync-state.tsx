'use client';

import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { nobodyYet } from '#lib/for-learner';
import { hasNotedLetters, notedKey, openedEvent } from '#lib/outbox/noted';
import type { Letter, Work } from '#lib/outbox/letter';
import type { Outbox, OutboxSnapshot } from '#lib/outbox/outbox';
import { unsavedDrafts } from '#lib/unsaved-drafts';
import { ownerNow, refreshMe, useMe } from './me.tsx';
import styles from './sync-state.module.css';
import { newsOf, syncWords, type SyncFacts } from './sync-words.ts';

/**
 * One quiet line under the header: what waits on this device to be sent, and what came of it. Nothing when all is well.
 * It also sends what waits, from whichever page is open.
 */
export function SyncState() {
  const me = useMe();
  const [box, setBox] = useState<Outbox | null>(null);
  const [letters, setLetters] = useState<OutboxSnapshot | null>(null);
  const [facts, setFacts] = useState<Pick<SyncFacts, 'isOnline' | 'drafts' | 'othersDrafts'>>(allWell);
  const known = me.status === 'ready' ? me.me : null;

  useEffect(() => {
    const open = () => void openOutbox().then(setBox);
    const noticed = ({ key }: StorageEvent) => key === notedKey && open();
    const opened = () => open();
    const timer = setTimeout(() => hasNotedLetters() && open(), quietMs);
    addEventListener('storage', noticed);
    addEventListener(openedEvent, opened);
    return () => {
      clearTimeout(timer);
      removeEventListener('storage', noticed);
      removeEventListener(openedEvent, opened);
    };
  }, []);

  useEffect(() => {
    if (!box) return;
    const show = () => setLetters(box.snapshot());
    const end = box.subscribe(show);
    // Also when somebody signs in or out: other letters are theirs to send.
    void box.flush().catch((cause: unknown) => console.warn('What waits on this device was not sent.', cause));
    return () => void end();
  }, [box, known]);

  useEffect(() => {
    const look = () => setFacts(factsNow());
    const signs = ['online', 'offline', 'storage', 'visibilitychange'] as const;
    look();
    for (const sign of signs) addEventListener(sign, look);
    return () => {
      for (const sign of signs) removeEventListener(sign, look);
    };
  }, [known, letters]);

  // What was sent has changed the progress.
  const waitingCount = letters?.waiting.length ?? 0;
  const waited = useRef(0);
  useEffect(() => {
    if (waitingCount < waited.current) void refreshMe();
    waited.current = waitingCount;
  }, [waitingCount]);

  const words = syncWords({
    ...facts,
    waiting: waitingCount,
    others: letters?.othersCount ?? 0,
    isSending: letters?.isSending === true,
    isOffline: letters?.isOffline === true,
    isSignedIn: known?.learner.kind === 'account',
    asOf: me.status === 'ready' ? (me.asOf ?? null) : null,
  });
  const news = (letters?.answered ?? []).filter(({ work }) => !isOpen(work));
  return (
    <div className={styles.sync} data-print="hide">
      <div role="status">
        {words && (
          <p className={styles.line}>
            {words.text}{' '}
            {words.signIn && (
              <Link href="/account/sign-in" prefetch={false}>
                Sign in
              </Link>
            )}
          </p>
        )}
        {news.map((letter) => (
          <News key={letter.key} letter={letter} onSeen={() => void box?.remove(letter.key)} />
        ))}
      </div>
    </div>
  );
}

function News({ letter, onSeen }: { letter: Letter; onSeen: () => void }) {
  const news = newsOf(letter);
  if (!news) return null;
  return (
    <p className={styles.line}>
      {news.text}{' '}
      <Link href={news.path as '/practice'} prefetch={false}>
        Look at it
      </Link>{' '}
      <button type="button" onClick={onSeen}>
        Close
      </button>
    </p>
  );
}

/** The page itself comes first. */
const quietMs = 2000;

const allWell = { isOnline: true, drafts: 0, othersDrafts: 0 };

function factsNow(): typeof allWell {
  const { id, formerly } = ownerNow();
  const isMine = (owner: string) => owner === id || owner === nobodyYet || formerly.includes(owner);
  try {
    return {
      isOnline: navigator.onLine,
      drafts: unsavedDrafts(localStorage, isMine),
      othersDrafts: unsavedDrafts(localStorage, (owner) => owner.startsWith('lrn_') && !isMine(owner)),
    };
  } catch {
    return { ...allWell, isOnline: navigator.onLine };
  }
}

/** Whether the page of practice that is open shows it itself; of a mock interview another part may be on the page. */
const isOpen = (work: Work) =>
  work.kind === 'submission' && !work.mock && location.pathname === `/practice/${work.exercise}`;

async function openOutbox(): Promise<Outbox | null> {
  try {
    return (await import('#lib/outbox/here')).outboxHere(ownerNow);
  } catch (cause) {
    console.warn('The outbox of this browser cannot be used.', cause);
    return null;
  }
}
