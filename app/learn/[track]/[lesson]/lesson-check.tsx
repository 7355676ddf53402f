'use client';

import clsx from 'clsx';
import { useId, useRef, useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#components/button';
import styles from './lesson-check.module.css';
import { reportCheck } from './report.ts';

type Option = { html: string; correct: boolean; explanationHtml: string };
type Check = { id: string; questionHtml: string; multiple: boolean; options: Option[] };

/** A question in the text. After answering, every option says why it is right or not. */
export function LessonCheck({ check, lessonId }: { check: Check; lessonId: string }) {
  const name = useId();
  const questionId = useId();
  const resultRef = useRef<HTMLParagraphElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [answered, setAnswered] = useState(false);
  const [empty, setEmpty] = useState(false);
  const correct = check.options.every((option, index) => option.correct === chosen.has(index));

  function toggle(index: number, on: boolean) {
    setEmpty(false);
    if (!check.multiple) return setChosen(new Set([index]));
    const next = new Set(chosen);
    if (on) next.add(index);
    else next.delete(index);
    setChosen(next);
  }

  function answer(event: FormEvent) {
    event.preventDefault();
    if (chosen.size === 0) return setEmpty(true);
    // The result has to be there before the focus can go to it.
    flushSync(() => setAnswered(true));
    resultRef.current?.focus();
    void reportCheck(lessonId, check.id, correct);
  }

  function again() {
    setAnswered(false);
    setChosen(new Set());
  }

  return (
    <form className={styles.check} onSubmit={answer} id={`check-${check.id}`} noValidate>
      <div role={check.multiple ? 'group' : 'radiogroup'} aria-labelledby={questionId}>
        <p className={styles.label}>Check yourself</p>
        <div id={questionId} className={styles.question} dangerouslySetInnerHTML={{ __html: check.questionHtml }} />
        {check.multiple && <p className={styles.label}>More than one answer may be right.</p>}
        <ul role="list" className={styles.options}>
          {check.options.map((option, index) => (
            <OptionView
              key={index}
              option={option}
              type={check.multiple ? 'checkbox' : 'radio'}
              name={name}
              chosen={chosen.has(index)}
              answered={answered}
              onChange={(on) => toggle(index, on)}
            />
          ))}
        </ul>
      </div>
      <div className={styles.foot}>
        {answered ? (
          <Button variant="secondary" onClick={again}>
            Answer again
          </Button>
        ) : (
          <Button variant="secondary" type="submit">
            Check the answer
          </Button>
        )}
        <p
          role="status"
          ref={resultRef}
          tabIndex={-1}
          className={clsx(styles.result, answered && (correct ? styles.right : styles.wrong))}
        >
          {empty && 'Choose an answer first.'}
          {answered && (correct ? 'Right.' : 'Not right yet. Each option says why.')}
        </p>
      </div>
    </form>
  );
}

function OptionView({
  option,
  type,
  name,
  chosen,
  answered,
  onChange,
}: {
  option: Option;
  type: 'radio' | 'checkbox';
  name: string;
  chosen: boolean;
  answered: boolean;
  onChange: (on: boolean) => void;
}) {
  const id = useId();
  const verdict = answered ? (option.correct ? 'right' : 'wrong') : undefined;
  return (
    <li className={styles.option} data-verdict={verdict} data-chosen={chosen || undefined}>
      {answered ? (
        <Mark right={option.correct} />
      ) : (
        <input type={type} id={id} name={name} checked={chosen} onChange={(event) => onChange(event.target.checked)} />
      )}
      <label htmlFor={id} className={styles.text} dangerouslySetInnerHTML={{ __html: option.html }} />
      {answered && (
        <div className={styles.why}>
          <p className={styles.verdict}>
            {option.correct ? 'Right' : 'Not right'}
            {chosen && ' (your choice)'}
          </p>
          <div dangerouslySetInnerHTML={{ __html: option.explanationHtml }} />
        </div>
      )}
    </li>
  );
}

/** Told apart by shape; the words stand under the option. */
function Mark({ right }: { right: boolean }) {
  return (
    <svg className={styles.mark} viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" focusable="false">
      <path d={right ? 'm3 9.5 4 4 8-9' : 'm4.5 4.5 9 9m0-9-9 9'} fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
