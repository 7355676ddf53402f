'use client';

import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#components/button';
import { duration } from '#components/labels';
import { PathLink } from '#components/path-link';
import { Prose } from '#components/prose';
import { afterReview, reviewRatings, type ReviewRating } from '#lib/review-schedule';
import { QuestionAnswer } from '../interview/question-answer.tsx';
import { comesBack } from './comes-back.ts';
import { ratingWords } from './rating-words.ts';
import styles from './review.module.css';
import type { SessionCard } from './session-card.ts';

type Props = {
  card: SessionCard & { kind: 'question' };
  serverNow: () => Date;
  onRated: (rating: ReviewRating) => void;
  /** Stands inside, so that the keys work from the moment the focus is on it. */
  children: ReactNode;
};

/** A question as an interviewer asks it. The learner answers aloud or on paper, looks, and says how well it went. */
export function QuestionCard({ card, serverNow, onRated, children }: Props) {
  const { question, memory } = card;
  const scratch = useId();
  const answer = useRef<HTMLHeadingElement>(null);
  const [shownAt, setShownAt] = useState<Date | null>(null);

  function reveal() {
    flushSync(() => setShownAt(serverNow()));
    // Nearest alone would call it seen when the bar of ratings stands before it; the style sheet says how far.
    answer.current?.focus({ preventScroll: true });
    answer.current?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    const isTyping = target.tagName === 'TEXTAREA';
    if (event.altKey || event.repeat) return;
    if (isTyping && event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !shownAt) {
      event.preventDefault();
      return reveal();
    }
    if (isTyping || event.ctrlKey || event.metaKey) return;
    const isOnControl = target.closest('button, a, summary') !== null;
    if (!shownAt && !isOnControl && (event.key === ' ' || event.key === 'Enter')) {
      event.preventDefault();
      return reveal();
    }
    const rating = reviewRatings[Number(event.key) - 1];
    if (!shownAt || !rating) return;
    event.preventDefault();
    onRated(rating);
  }

  return (
    // The keys are a shorter way to the buttons below, for whoever has the focus in here.
    <div onKeyDown={onKeyDown}>
      {children}
      <Prose html={question.promptHtml} className={styles.prompt} />
      <p className={styles.hint}>
        Answer aloud, as you would in an interview: about {duration(question.minutes)}. Then compare.
      </p>
      <div className={styles.scratch}>
        <label htmlFor={scratch}>Notes, if you like to write (kept nowhere)</label>
        <textarea id={scratch} rows={3} />
      </div>
      {shownAt ? (
        <>
          <section className={styles.answer} aria-labelledby={`${scratch}-answer`}>
            <h3 id={`${scratch}-answer`} ref={answer} tabIndex={-1}>
              Answer
            </h3>
            <QuestionAnswer question={question} heading="h3" />
            <p className={styles.links}>
              <PathLink href={question.path}>The question’s page</PathLink>
            </p>
          </section>
          <div className={styles.ratings} role="group" aria-label="How well did you know it?">
            {reviewRatings.map((rating, place) => (
              <button key={rating} type="button" className={styles.rating} onClick={() => onRated(rating)}>
                <span className={styles.key} aria-hidden="true">
                  {place + 1}
                </span>
                <span className={styles.word}>{ratingWords[rating]}</span>
                <span className={styles.back}>
                  <span className="visually-hidden">: comes back </span>
                  {comesBack(afterReview('question', memory, rating, shownAt).dueAt, shownAt)}
                </span>
              </button>
            ))}
          </div>
          <p className={styles.hint}>
            Keys: 1 not known, 2 with gaps or after long thought, 3 known, 4 known without effort.
          </p>
        </>
      ) : (
        <>
          <div className={styles.foot}>
            <Button variant="primary" onClick={reveal}>
              Show the answer
            </Button>
          </div>
          <p className={styles.hint}>Keys: Space shows the answer; from the notes, Ctrl or Cmd and Enter.</p>
        </>
      )}
    </div>
  );
}
