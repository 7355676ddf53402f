'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { Button } from '#components/button';
import { problemWords } from '#components/grading-words';
import { apiFetch, jsonRequest } from '#lib/api-call';
import styles from './placement.module.css';

type Props = {
  number: number;
  lesson: string;
  check: string;
  questionHtml: string;
  multiple: boolean;
  options: string[];
};

/** One question at a time; the next one depends on the answer, so there is no going back. */
export function PlacementQuestion(props: Props) {
  // A new question begins with nothing chosen.
  return <Question key={`${props.lesson}/${props.check}`} {...props} />;
}

function Question({ number, lesson, check, questionHtml, multiple, options }: Props) {
  const router = useRouter();
  const name = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');

  // The first question comes with the page, where the focus is the reader's own.
  useEffect(() => {
    if (number > 1) heading.current?.focus();
  }, [number]);

  function choose(place: number, on: boolean) {
    setSaid('');
    const next = new Set(multiple ? chosen : []);
    if (on) next.add(place);
    else next.delete(place);
    setChosen(next);
  }

  async function send(places: number[]) {
    if (busy) return;
    setBusy(true);
    setSaid('');
    const answer = await apiFetch('/api/placement', jsonRequest('PUT', { lesson, check, chosen: places }));
    if (!answer.ok) {
      setBusy(false);
      const stale = answer.problem.code === 'stale-draw';
      return setSaid(stale ? answer.problem.detail : Object.values(problemWords(answer.problem)).join('. '));
    }
    router.refresh();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen.size === 0) return setSaid('Choose an answer, or say that you do not know it.');
    void send([...chosen]);
  }

  return (
    <form className={styles.question} onSubmit={submit} aria-busy={busy} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        Question {number} <span>of at most fifteen</span>
      </h2>
      <fieldset>
        <legend dangerouslySetInnerHTML={{ __html: questionHtml }} />
        {multiple && <p className={styles.hint}>More than one answer may be right.</p>}
        {options.map((html, place) => (
          <label key={place}>
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen.has(place)}
              onChange={(event) => choose(place, event.target.checked)}
            />
            <span dangerouslySetInnerHTML={{ __html: html }} />
          </label>
        ))}
      </fieldset>
      <div className={styles.foot}>
        <Button variant="primary" type="submit" aria-disabled={busy}>
          Next question
        </Button>
        <Button aria-disabled={busy} onClick={() => void send([])}>
          I do not know it
        </Button>
        <p role="status">{said}</p>
      </div>
    </form>
  );
}
