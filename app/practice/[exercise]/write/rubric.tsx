'use client';
import { useRef, useState } from 'react';
import '#lib/zod-without-eval';
import { z } from 'zod';
import { Button } from '#components/button';
import { problemWords } from '#components/grading-words';
import { refreshMe, type SelfScore } from '#components/me';
import { apiCall, jsonRequest } from '#lib/api-call';
import { Explained } from '../answers/explained.tsx';
import type { Criterion } from '../answers/use-shown-answers.ts';
import styles from './write.module.css';

type Props = { exercise: string; criteria: Criterion[]; pointsMax: number; score: SelfScore | undefined };

const savedSchema = z.object({ points: z.number(), pointsMax: z.number() });

/** The learner's own score, criterion by criterion. It is kept, and called what it is. */
export function Rubric({ exercise, criteria, pointsMax, score }: Props) {
  const [chosen, setChosen] = useState<Record<string, number>>(() => fitting(score?.scores ?? {}, criteria));
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const points = Object.values(chosen).reduce((sum, each) => sum + each, 0);

  async function keep() {
    const open = criteria.findIndex(({ id }) => chosen[id] === undefined);
    if (open >= 0) {
      setSaid(`Score every criterion; "${criteria[open]?.label}" is still open.`);
      form.current?.querySelectorAll('fieldset')[open]?.querySelector('input')?.focus();
      return;
    }
    setBusy(true);
    const answer = await apiCall(savedSchema, '/api/self-scores', jsonRequest('POST', { exercise, scores: chosen }));
    setBusy(false);
    if (!answer.ok) return setSaid(Object.values(problemWords(answer.problem)).join('. '));
    setSaid(null);
    await refreshMe();
  }

  return (
    <form
      ref={form}
      className={styles.rubric}
      aria-labelledby="rubric"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void keep();
      }}
    >
      <h2 id="rubric" tabIndex={-1}>
        Score your text
      </h2>
      <p className={styles.intro}>Read yours and the model answer side by side, and be as strict as a colleague.</p>
      {criteria.map(({ id, label, good, levels }) => (
        <fieldset key={id} className={styles.criterion} aria-describedby={`good-${id}`}>
          <legend>{label}</legend>
          <div id={`good-${id}`} className={styles.good}>
            <Explained text={good} />
          </div>
          {levels.map((level) => (
            <label key={level.points} className={styles.level}>
              <input
                type="radio"
                name={`criterion-${id}`}
                checked={chosen[id] === level.points}
                onChange={() => {
                  setSaid(null);
                  setChosen({ ...chosen, [id]: level.points });
                }}
              />
              <span className={styles.points}>{level.points}</span>
              <span>{level.text}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className={styles.foot}>
        <Button variant="primary" type="submit" aria-disabled={busy}>
          Keep my score: {points} of {pointsMax}
        </Button>
        <p role="status" className={styles.score}>
          {score &&
            `Self-assessed on ${new Date(score.scoredAt).toLocaleDateString()}: ${score.points} of ${score.pointsMax}. It counts nowhere else.`}
        </p>
        {said && (
          <p role="alert" className={styles.missing}>
            {said}
          </p>
        )}
      </div>
    </form>
  );
}

/** A rubric may have changed since it was scored: what no longer fits is open again. */
function fitting(scores: Record<string, number>, criteria: Criterion[]): Record<string, number> {
  return Object.fromEntries(
    criteria.flatMap(({ id, levels }) => {
      const points = scores[id];
      return points !== undefined && levels.some((level) => level.points === points) ? [[id, points]] : [];
    }),
  );
}
