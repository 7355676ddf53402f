'use client';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Button } from '#components/button';
import { ownerNow, useMe } from '#components/me';
import { Prose } from '#components/prose';
import type { SelfReview } from '#lib/mock';
import { percentWords } from '../../mock-words.ts';
import { selfScoreOf } from '../../self-score.ts';
import { completed, type Mark } from './review-draft.ts';
import { useRating } from './use-rating.ts';
import { ratingWords } from './rating-words.ts';
import styles from './rating.module.css';
import shared from './review.module.css';

type Props = {
  mockId: string;
  partId: string;
  pointsHtml: string[];
  redFlagsHtml: string[];
  stored: SelfReview | null;
  version: number;
};

const marks: { mark: Mark; label: string }[] = [
  { mark: 'met', label: 'Met' },
  { mark: 'partly', label: 'Partly' },
  { mark: 'missed', label: 'Missed' },
];

/** How the learner rates their own answer: each point, each red flag, and what to do otherwise next time. */
export function RatingForm(props: Props) {
  // Whose it is may be known a moment after the page is there.
  useMe();
  const owner = useSyncExternalStore(
    () => () => undefined,
    () => ownerNow().id,
    () => null,
  );
  return <OwnersForm key={owner} owner={owner} {...props} />;
}

function OwnersForm({
  owner,
  mockId,
  partId,
  pointsHtml,
  redFlagsHtml,
  stored,
  version,
}: Props & { owner: string | null }) {
  const counts = { points: pointsHtml.length, flags: redFlagsHtml.length };
  const place = { owner, mockId, partId, stored, version, counts };
  const { draft, state, change, save, keepMine, takeTheirs } = useRating(place);
  const form = useRef<HTMLFormElement>(null);
  // Each press of Save makes a state of its own, so that the same point is found again.
  useEffect(() => {
    if (state.name !== 'incomplete') return;
    form.current?.querySelectorAll('fieldset')[state.point]?.querySelector('input')?.focus();
  }, [state]);

  const whole = completed(draft);
  const score = 'review' in whole ? selfScoreOf(whole.review) : null;
  return (
    <form
      ref={form}
      className={styles.rating}
      aria-labelledby="rating"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 id="rating">Rate your answer</h2>
      <p className={shared.intro}>
        Mark what you wrote, not what you know. The rating is yours alone: it is called self-reported wherever it
        appears, and counts nowhere else.
      </p>
      <h3>What a strong answer adds</h3>
      {pointsHtml.map((html, index) => (
        <fieldset key={index} className={styles.point}>
          <legend>
            <Prose html={html} size="compact" />
          </legend>
          <div className={styles.marks}>
            {marks.map(({ mark, label }) => (
              <label key={mark}>
                <input
                  type="radio"
                  name={`point-${index}`}
                  checked={draft.points[index] === mark}
                  onChange={() => change({ points: draft.points.with(index, mark) })}
                />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {redFlagsHtml.length > 0 && (
        <fieldset className={styles.flags}>
          <legend>Red flags: tick what your answer shows</legend>
          {redFlagsHtml.map((html, index) => (
            <label key={index}>
              <input
                type="checkbox"
                checked={draft.flags[index] ?? false}
                onChange={(event) => change({ flags: draft.flags.with(index, event.target.checked) })}
              />
              <Prose html={html} size="compact" />
            </label>
          ))}
        </fieldset>
      )}
      <div className={styles.note}>
        <label htmlFor="note">What you will do otherwise next time</label>
        <textarea
          id="note"
          rows={3}
          maxLength={4_000}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </div>
      <div className={styles.foot}>
        <Button variant="primary" type="submit" aria-disabled={state.name === 'saving'}>
          Save my rating
        </Button>
        <p role="status" data-state={state.name} className={styles.said}>
          {ratingWords(state)}
          {score && ` By your marks: ${percentWords(score.share)}.`}
        </p>
      </div>
      {state.name === 'conflict' && (
        <div role="alert" className={styles.conflict}>
          <p>
            Another device or tab has saved a rating of this answer
            {theirScore(state.theirs)}. Keep one of the two.
          </p>
          <div className={styles.choice}>
            <Button onClick={() => void keepMine()}>Keep the one here</Button>
            <Button onClick={takeTheirs}>Take the other one</Button>
          </div>
        </div>
      )}
    </form>
  );
}

function theirScore(theirs: SelfReview): string {
  const score = selfScoreOf(theirs);
  return score ? `: ${percentWords(score.share)}` : '';
}
