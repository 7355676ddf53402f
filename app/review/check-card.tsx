'use client';

import { useId, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#components/button';
import { callAs } from '#components/call-as';
import { problemWords } from '#components/grading-words';
import { PathLink } from '#components/path-link';
import { tellServer } from '#components/tell-server';
import { jsonRequest } from '#lib/api-call';
import { afterReview } from '#lib/review-schedule';
import { isBoolean, isNullOr, isObjectOf, isString } from '#lib/shape';
import { LocalTime } from '../progress/local-time.tsx';
import { keepMemory } from './deck-store.ts';
import styles from './review.module.css';
import type { SessionCard } from './session-card.ts';

type Answered = { correct: boolean; dueAt: string | null; isKept?: boolean };
const isAnswer = isObjectOf<Omit<Answered, 'isKept'>>({ correct: isBoolean, dueAt: isNullOr(isString) });

type Props = {
  card: SessionCard & { kind: 'check' };
  owner: string;
  serverNow: () => Date;
  onAnswered: (correct: boolean) => void;
  onNext: () => void;
  /** Stands inside the form, so that the keys work from the moment the focus is on it. */
  children: ReactNode;
};

/** The question again; the keys 1 to 9 choose, Enter answers, and afterwards every option says why. */
export function CheckCard({ card, owner, serverNow, onAnswered, onNext, children }: Props) {
  const { lesson, check } = card;
  const name = useId();
  const nextButton = useRef<HTMLButtonElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [sending, setSending] = useState(false);
  const [said, setSaid] = useState('');

  function choose(place: number) {
    if (answered || sending) return;
    setSaid('');
    if (!check.multiple) return setChosen(new Set([place]));
    const next = new Set(chosen);
    if (!next.delete(place)) next.add(place);
    setChosen(next);
  }

  function onKeyDown(event: KeyboardEvent) {
    const place = Number(event.key) - 1;
    if (event.ctrlKey || event.metaKey || event.altKey || !(place in check.options)) return;
    event.preventDefault();
    choose(place);
  }

  async function answer(event: FormEvent) {
    event.preventDefault();
    if (sending) return;
    if (chosen.size === 0) return setSaid('Choose an answer first.');
    setSending(true);
    setSaid('');
    const body = { lesson: lesson.id, check: check.id, chosen: [...chosen] };
    const result = await callAs(owner, isAnswer, '/api/review/answers', jsonRequest('POST', body));
    const isOffline = !result.ok && result.problem.code === 'offline';
    const now = isOffline ? await answeredHere() : result.ok ? result.value : null;
    setSending(false);
    if (!now) return setSaid(result.ok ? '' : Object.values(problemWords(result.problem)).join('. '));
    // The button has to be there before the focus can go to it, and on a slow device a frame later is too early.
    flushSync(() => setAnswered(now));
    nextButton.current?.focus();
    onAnswered(now.correct);
  }

  /** Without a connection it is judged here, and told to the server as an answer in the lesson is. Null where nothing is kept. */
  async function answeredHere(): Promise<Answered | null> {
    const correct = check.options.every((option, place) => option.correct === chosen.has(place));
    try {
      const result = await tellServer({ kind: 'check', lesson: lesson.id, check: check.id, correct }, owner);
      const memory = afterReview('check', card.memory, correct ? 'good' : 'again', serverNow());
      await keepMemory(card, memory, owner);
      return { correct, dueAt: memory.dueAt.toISOString(), isKept: result === 'kept' };
    } catch (cause) {
      console.warn('The answer could not be kept on this device.', cause);
      return null;
    }
  }

  return (
    <form onSubmit={(event) => void answer(event)} onKeyDown={onKeyDown} noValidate>
      {children}
      <fieldset className={styles.question} disabled={answered !== null}>
        <legend dangerouslySetInnerHTML={{ __html: check.questionHtml }} />
        {check.multiple && <p className={styles.hint}>More than one answer may be right.</p>}
        <ol role="list">
          {check.options.map((option, place) => (
            <li key={place} data-verdict={answered ? (option.correct ? 'right' : 'wrong') : undefined}>
              <label>
                <input
                  type={check.multiple ? 'checkbox' : 'radio'}
                  name={name}
                  checked={chosen.has(place)}
                  onChange={() => choose(place)}
                />
                <span className={styles.key} aria-hidden="true">
                  {place + 1}
                </span>
                <span className={styles.option} dangerouslySetInnerHTML={{ __html: option.html }} />
              </label>
              {answered && (
                <div className={styles.why}>
                  <p>
                    {option.correct ? 'Right' : 'Not right'}
                    {chosen.has(place) && ' (your choice)'}
                  </p>
                  <div dangerouslySetInnerHTML={{ __html: option.explanationHtml }} />
                </div>
              )}
            </li>
          ))}
        </ol>
      </fieldset>
      <div className={styles.foot}>
        {answered ? (
          <Button ref={nextButton} variant="primary" onClick={onNext}>
            Next card
          </Button>
        ) : (
          <Button variant="primary" type="submit" aria-disabled={sending}>
            Answer
          </Button>
        )}
        <p role="status" className={styles.said}>
          {said}
          {answered && (
            <>
              <strong data-right={answered.correct}>{answered.correct ? 'Right.' : 'Not right.'}</strong>{' '}
              {answered.dueAt && (
                <>
                  Comes back on <LocalTime iso={answered.dueAt} />.{' '}
                  {answered.isKept && 'Kept on this device until the server answers. '}
                </>
              )}
            </>
          )}
        </p>
        {answered && !answered.correct && <PathLink href={lesson.path}>Read {lesson.title} again</PathLink>}
      </div>
      {!answered && <p className={styles.hint}>Keys: 1 to {check.options.length} choose, Enter answers.</p>}
    </form>
  );
}
