'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#components/button';
import { plural } from '#components/labels';
import { refreshMe } from '#components/me';
import { PathLink } from '#components/path-link';
import { CheckCard } from './check-card.tsx';
import { ExerciseCard } from './exercise-card.tsx';
import styles from './review.module.css';
import type { SessionCard } from './session-card.ts';
import { suspendCard } from './suspend-card.ts';

/** One card after the other. The list is the one of the moment the page was opened, so nothing moves under the hands. */
export function ReviewSession({ cards }: { cards: SessionCard[] }) {
  const [place, setPlace] = useState(0);
  const [right, setRight] = useState(0);
  const [answered, setAnswered] = useState(0);
  const [problem, setProblem] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const card = cards[place];

  function next() {
    flushSync(() => {
      setProblem('');
      setPlace(place + 1);
    });
    heading.current?.focus();
  }

  async function suspend({ kind, item }: SessionCard) {
    if (!(await suspendCard(kind, item, true))) {
      setProblem('The card was not suspended: the server did not answer. Try again in a moment.');
      return;
    }
    void refreshMe();
    next();
  }

  if (!card) {
    return (
      <section className={styles.card} aria-labelledby="done">
        <h2 id="done" ref={heading} tabIndex={-1}>
          That was the last card
        </h2>
        <p>
          {answered > 0
            ? `You answered ${plural(answered, 'question')}, ${right} of them right. Those come back later and later; the others tomorrow.`
            : 'No question was answered in this session.'}
        </p>
        <p className={styles.links}>
          <PathLink href="/progress">Your progress</PathLink>
          <PathLink href="/review/cards">All cards</PathLink>
        </p>
      </section>
    );
  }
  const top = (
    <>
      <h2 id="card" ref={heading} tabIndex={-1} className={styles.count}>
        Card {place + 1} of {cards.length}
        <span>{card.kind === 'check' ? `Question from ${card.lesson.title}` : 'Exercise'}</span>
      </h2>
      {card.isLeech && <Leech lapses={card.lapses} />}
    </>
  );
  return (
    <section className={styles.card} aria-labelledby="card">
      {card.kind === 'check' ? (
        <CheckCard
          key={card.item}
          card={card}
          onAnswered={(correct) => {
            setAnswered(answered + 1);
            if (correct) setRight(right + 1);
            void refreshMe();
          }}
          onNext={next}
        >
          {top}
        </CheckCard>
      ) : (
        <>
          {top}
          <ExerciseCard key={card.item} card={card} onNext={next} />
        </>
      )}
      <p className={styles.other}>
        <Button variant="quiet" onClick={() => void suspend(card)}>
          Suspend this card
        </Button>
        <span role="status">{problem}</span>
      </p>
    </section>
  );
}

/** Said in words: seeing such a card once more will not help. */
function Leech({ lapses }: { lapses: number }) {
  return (
    <p className={styles.leech}>
      You have forgotten this {lapses} times. Reading the lesson again will help more than another look at the card; or
      suspend it.
    </p>
  );
}
