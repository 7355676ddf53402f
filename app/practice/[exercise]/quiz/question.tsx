'use client';
import { useId } from 'react';
import type { AskedQuestion } from './use-questions.ts';
import styles from './quiz.module.css';

type Props = {
  question: AskedQuestion;
  number: number;
  count: number;
  /** Places of the chosen options. */
  chosen: number[];
  /** Not answered when submitting was tried. */
  open: boolean;
  onChoose: (places: number[]) => void;
};

export function Question({ question, number, count, chosen, open, onChoose }: Props) {
  const id = useId();
  const { several, options, questionHtml } = question;
  const toggle = (place: number, on: boolean) => {
    if (!several) onChoose([place]);
    else onChoose(on ? [...chosen, place].sort((a, b) => a - b) : chosen.filter((each) => each !== place));
  };
  return (
    <fieldset className={styles.question} aria-describedby={`${id}-text`} data-open={open || undefined}>
      <legend className={styles.number}>
        Question {number} of {count}
        {several && <span> · choose all that are right</span>}
        {open && <span className={styles.missing}> · not answered yet</span>}
      </legend>
      <div id={`${id}-text`} className={styles.text} dangerouslySetInnerHTML={{ __html: questionHtml }} />
      <ul role="list" className={styles.options}>
        {options.map((html, place) => (
          <li key={place} className={styles.option}>
            <input
              type={several ? 'checkbox' : 'radio'}
              id={`${id}-${place}`}
              name={id}
              checked={chosen.includes(place)}
              onChange={(event) => toggle(place, event.target.checked)}
            />
            <label htmlFor={`${id}-${place}`} dangerouslySetInnerHTML={{ __html: html }} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
