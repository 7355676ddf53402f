'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#components/button';
import { plural } from '#components/labels';
import { refreshMe } from '#components/me';
import { PathLink } from '#components/path-link';
import { afterReview, isDue, learnAheadMs, leechLapses, type ReviewRating } from '#lib/review-schedule';
import { CheckCard } from './check-card.tsx';
import { comesBack } from './comes-back.ts';
import { dropCard, keepMemory, serverTime } from './deck-store.ts';
import { ExerciseCard } from './exercise-card.tsx';
import { Pause } from './pause.tsx';
import { QuestionCard } from './question-card.tsx';
import { rateQuestion } from './rate-question.ts';
import styles from './review.module.css';
import type { SessionCard } from './session-card.ts';
import { Summary, type Tally } from './summary.tsx';
import { suspendCard } from './suspend-card.ts';

type Props = {
  cards: SessionCard[];
  /** Whose they are: what is done with them is done as theirs, or not at all. */
  owner: string;
  /** By how much the server's clock is ahead of this device's. */
  aheadMs: number;
  onAgain: () => void;
};

/**
 * One card after the other. The list is the one of the moment the page was opened, so nothing moves under the hands; what
 * comes back within minutes is put at its end.
 */
export function ReviewSession({ cards, owner, aheadMs, onAgain }: Props) {
  const [queue, setQueue] = useState(cards);
  const [place, setPlace] = useState(0);
  const [tally, setTally] = useState<Tally>({ right: 0, wrong: 0, ratings: {} });
  const [isPaused, setIsPaused] = useState(false);
  const [leftOver, setLeftOver] = useState(0);
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const card = queue[place];
  const serverNow = () => serverTime(aheadMs);

  /** On to another place of the queue, which this step may have changed. */
  function next(words = '', nextQueue = queue, nextPlace = place + 1) {
    const following = nextQueue[nextPlace];
    flushSync(() => {
      setProblem('');
      setSaid(words);
      setQueue(nextQueue);
      setPlace(nextPlace);
      setIsPaused(following !== undefined && !isDue(following.memory, serverNow()));
    });
    heading.current?.focus();
  }

  function showNow() {
    flushSync(() => setIsPaused(false));
    heading.current?.focus();
  }

  async function suspend({ kind, item }: SessionCard) {
    if (!(await suspendCard(kind, item, true, owner))) {
      setProblem('The card was not suspended: the server did not answer. Try again in a moment.');
      return;
    }
    void dropCard({ kind, item });
    void refreshMe();
    const isOther = (one: SessionCard) => one.kind !== kind || one.item !== item;
    next(
      'Suspended. You find it under All cards.',
      queue.filter((one, at) => at <= place || isOther(one)),
    );
  }

  function rate(rated: SessionCard & { kind: 'question' }, rating: ReviewRating) {
    const now = serverNow();
    const memory = afterReview('question', rated.memory, rating, now);
    void keepMemory(rated, memory, owner);
    rateQuestion({ question: rated.item, rating, reps: rated.memory.reps }, owner).catch((cause: unknown) => {
      console.warn('A rating was not stored.', cause);
      setProblem(`How you rated “${rated.question.title}” was not stored: the server did not take it.`);
    });
    const isSoon = memory.dueAt.getTime() - now.getTime() <= learnAheadMs;
    const { lapses } = memory;
    setTally({ ...tally, ratings: { ...tally.ratings, [rating]: (tally.ratings[rating] ?? 0) + 1 } });
    const returning = { ...rated, memory, lapses, isLeech: lapses >= leechLapses };
    next(
      `“${rated.question.title}” comes back ${comesBack(memory.dueAt, now)}.`,
      isSoon ? [...queue, returning] : queue,
    );
  }

  const foot = (
    <p role="status" className={styles.news}>
      {problem || said}
    </p>
  );
  if (!card) {
    return (
      <section className={styles.card} aria-labelledby="done">
        <Summary heading={heading} tally={tally} left={leftOver} onAgain={onAgain} />
        {foot}
      </section>
    );
  }
  if (isPaused) {
    return (
      <section className={styles.card} aria-labelledby="pause">
        <Pause
          heading={heading}
          dueAt={card.memory.dueAt}
          left={queue.length - place}
          serverNow={serverNow}
          onShow={showNow}
          onStop={() => {
            setLeftOver(queue.length - place);
            next('', queue, queue.length);
          }}
        />
        {foot}
      </section>
    );
  }
  const top = (
    <>
      <h2 id="card" ref={heading} tabIndex={-1} className={styles.count}>
        Card {place + 1} of {queue.length}
        <span>{kindWords(card)}</span>
      </h2>
      {card.isLeech && <Leech card={card} />}
    </>
  );
  return (
    <section className={styles.card} aria-labelledby="card">
      {card.kind === 'check' && (
        <CheckCard
          key={card.item}
          card={card}
          owner={owner}
          serverNow={serverNow}
          onAnswered={(correct) => {
            setTally({
              ...tally,
              right: tally.right + (correct ? 1 : 0),
              wrong: tally.wrong + (correct ? 0 : 1),
            });
            void refreshMe();
          }}
          onNext={() => next()}
        >
          {top}
        </CheckCard>
      )}
      {card.kind === 'exercise' && (
        <>
          {top}
          <ExerciseCard key={card.item} card={card} onNext={() => next()} />
        </>
      )}
      {card.kind === 'question' && (
        <QuestionCard
          key={`${card.item} ${card.memory.reps}`}
          card={card}
          serverNow={serverNow}
          onRated={(rating) => rate(card, rating)}
        >
          {top}
        </QuestionCard>
      )}
      {foot}
      <p className={styles.other}>
        <Button variant="quiet" onClick={() => void suspend(card)}>
          Suspend this card
        </Button>
        {card.kind === 'question' && (
          <Button variant="quiet" onClick={() => next()}>
            Not now
          </Button>
        )}
      </p>
    </section>
  );
}

function kindWords(card: SessionCard): string {
  if (card.kind === 'check') return `Question from ${card.lesson.title}`;
  if (card.kind === 'exercise') return 'Exercise';
  const { themeTitle } = card.question;
  return card.memory.state === 'new' ? `${themeTitle}, new` : themeTitle;
}

/** Said in words: seeing such a card once more will not help. */
function Leech({ card: { lapses, ...card } }: { card: SessionCard }) {
  const lessons = card.kind === 'question' ? card.question.lessons : [];
  return (
    <p className={styles.leech}>
      You have forgotten this {plural(lapses, 'time')}. Reading the lesson again will help more than another look at the
      card; or suspend it.
      {lessons.map(({ title, path }) => (
        <span key={path}>
          {' '}
          <PathLink href={path}>{title}</PathLink>
        </span>
      ))}
    </p>
  );
}
