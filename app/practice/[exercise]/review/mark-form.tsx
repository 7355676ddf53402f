'use client';
import { useId, useRef, useState, type Ref } from 'react';
import { Button } from '#components/button';
import type { Mark } from '#lib/answers';
import { linesOf, lineWords, type Selection } from './lines.ts';
import styles from './review.module.css';

type Props = {
  selection: Selection | null;
  lineCount: number;
  markLinesMax: number;
  defects: { id: string; name: string }[];
  onSelect: (selection: Selection | null) => void;
  onAdd: (mark: Mark) => void;
  defectField: Ref<HTMLSelectElement>;
};

/** Says what is wrong on the chosen lines. The two numbers choose lines too, for fingers and for screen readers. */
export function MarkForm({ selection, lineCount, markLinesMax, defects, onSelect, onAdd, defectField }: Props) {
  const id = useId();
  const [defect, setDefect] = useState('');
  const [note, setNote] = useState('');
  const [error, setError] = useState<string | null>(null);
  const lines = selection && linesOf(selection);
  const tooMany = lines !== null && lines.to - lines.from >= markLinesMax;
  const from = useRef<HTMLInputElement>(null);

  function add() {
    if (!lines) {
      setError('Choose the lines first.');
      return from.current?.focus();
    }
    if (tooMany) return setError(`Mark at most ${markLinesMax} lines: those that would have to change.`);
    if (defect === '') return setError('Choose what is wrong there.');
    onAdd({ ...lines, defect, ...(note.trim() === '' ? {} : { note: note.trim() }) });
    setDefect('');
    setNote('');
    setError(null);
  }

  const bound = (value: string) => Math.min(Math.max(Math.trunc(Number(value)) || 1, 1), lineCount);
  return (
    <form
      className={styles.form}
      data-chosen={lines !== null}
      aria-label="New mark"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <p className={styles.formHead} role="status">
        {lines ? `Mark ${lineWords(lines)}` : 'Choose the lines of a defect to mark it.'}
      </p>
      <div className={styles.fields}>
        <label className={styles.number}>
          From line
          <input
            ref={from}
            type="number"
            inputMode="numeric"
            min={1}
            max={lineCount}
            value={lines?.from ?? ''}
            onChange={(event) => {
              const line = bound(event.target.value);
              onSelect({ anchor: line, head: Math.max(line, lines?.to ?? line) });
            }}
          />
        </label>
        <label className={styles.number}>
          to line
          <input
            type="number"
            inputMode="numeric"
            min={1}
            max={lineCount}
            value={lines?.to ?? ''}
            onChange={(event) => {
              const line = bound(event.target.value);
              onSelect({ anchor: Math.min(line, lines?.from ?? line), head: line });
            }}
          />
        </label>
        <label className={styles.defect}>
          What is wrong
          <select
            ref={defectField}
            value={defect}
            onChange={(event) => {
              setDefect(event.target.value);
              setError(null);
            }}
          >
            <option value="">Choose a defect</option>
            {defects.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.note}>
          Note for yourself, if you like
          <textarea rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        <div className={styles.formActions}>
          <Button type="submit" aria-describedby={error ? `${id}-error` : undefined}>
            Add the mark
          </Button>
          {lines && (
            <button type="button" className={styles.small} onClick={() => onSelect(null)}>
              Cancel
            </button>
          )}
          {error && (
            <p id={`${id}-error`} role="alert" className={styles.error}>
              {error}
            </p>
          )}
        </div>
      </div>
    </form>
  );
}
