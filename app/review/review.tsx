'use client';

import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#components/button';
import { plural } from '#components/labels';
import { ownerNow, useMe } from '#components/me';
import { PathLink } from '#components/path-link';
import { EmptyState, ErrorState, LoadingState, OfflineState } from '#components/state-block';
import { LocalTime } from '../progress/local-time.tsx';
import { loadDeck, type HeldDeck, type Loaded } from './deck-store.ts';
import styles from './review.module.css';
import { ReviewSession } from './review-session.tsx';

/** The cards of whoever is here. Of another who signs in, also in another tab, nothing may be left on the page. */
export function Review() {
  const me = useMe();
  const now = me.status === 'loading' ? null : ownerNow();
  const [owner, setOwner] = useState<string | null>(null);
  // A guest who became this account goes on where they were.
  const isStill = owner !== null && (!now || now.id === owner || now.formerly.includes(owner));
  if (now && !isStill) setOwner(now.id);
  return owner === null ? <Loading /> : <Cards key={owner} owner={owner} />;
}

const Loading = () => <LoadingState title="Your cards are on their way." lines={4} />;

/** The button that asks for the cards again goes away with what it stood in, so focus waits here for what comes. */
function Cards({ owner }: { owner: string }) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [round, setRound] = useState(0);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let gone = false;
    void loadDeck(owner).then((found) => {
      if (gone) return;
      flushSync(() => setLoaded(found));
      // Whoever has gone elsewhere meanwhile is not called back.
      if (place.current === document.activeElement) place.current?.querySelector<HTMLElement>('h2')?.focus();
    });
    return () => {
      gone = true;
    };
  }, [owner, round]);

  const again = () => {
    flushSync(() => {
      setLoaded(null);
      setRound(round + 1);
    });
    place.current?.focus();
  };
  const isNothingNew = round > 0 && loaded?.status === 'ready' && loaded.due.length === 0;
  return (
    <div ref={place} tabIndex={-1}>
      <p role="status" className="visually-hidden">
        {isNothingNew && 'Nothing is due.'}
      </p>
      {loaded ? <Found key={round} loaded={loaded} owner={owner} onAgain={again} /> : <Loading />}
    </div>
  );
}

/** What is due, as far as it is known here: the server's cards, or without it the ones kept on this device. */
function Found({ loaded, owner, onAgain }: { loaded: Loaded; owner: string; onAgain: () => void }) {
  const tryAgain = <Button onClick={onAgain}>Try again</Button>;
  if (loaded.status === 'offline') {
    return (
      <OfflineState title="The server does not answer" action={tryAgain}>
        <p>No cards are kept on this device. They are once you have opened this page with a connection.</p>
      </OfflineState>
    );
  }
  if (loaded.status === 'failed') {
    return (
      <ErrorState announce title="Your cards could not be read" action={tryAgain}>
        <p>Something went wrong on the server; nothing was changed.</p>
      </ErrorState>
    );
  }
  const { deck, due, isKept } = loaded;
  return (
    <>
      {isKept && (
        <p className={styles.kept} role="status">
          The server does not answer. These are the cards kept on this device on{' '}
          <LocalTime iso={deck.asOf.toISOString()} />; how you rate them is sent when it answers again.
        </p>
      )}
      {due.length > 0 ? (
        <ReviewSession cards={due} owner={owner} aheadMs={deck.aheadMs} onAgain={onAgain} />
      ) : (
        <NothingDue deck={deck} />
      )}
    </>
  );
}

function NothingDue({ deck }: { deck: HeldDeck }) {
  if (deck.active === 0) {
    return (
      <EmptyState title="Nothing is due." action={<PathLink href="/review/themes">Add questions</PathLink>}>
        <p>A card is made when you miss a question in a lesson, fail an exercise, or add an interview question.</p>
        <p>It comes back after minutes or hours, then after longer and longer while you know it.</p>
      </EmptyState>
    );
  }
  const waiting = deck.cards.filter(({ memory }) => memory.state !== 'new').map(({ memory }) => memory.dueAt.getTime());
  const nextMs = Math.min(...waiting, deck.nextDueAt?.getTime() ?? Infinity);
  const isKnown = Number.isFinite(nextMs);
  return (
    <EmptyState title="Nothing is due." action={<PathLink href="/review/cards">See all cards</PathLink>}>
      <p>
        {plural(deck.active, 'card is', 'cards are')} waiting.{' '}
        {isKnown && (
          <>
            The next one comes up on <LocalTime iso={new Date(nextMs).toISOString()} />.{' '}
          </>
        )}
        {deck.new > 0 &&
          `${plural(deck.new, 'of them is new', 'of them are new')}: twenty new ones are begun in a day, so that they do not all come back at once.`}
      </p>
    </EmptyState>
  );
}
