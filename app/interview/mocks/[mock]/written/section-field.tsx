'use client';
import { countWords } from '#lib/count-words';
import { sectionCharsMax } from '#lib/mock';
import { cutWords, type SectionWords } from './section-words.ts';
import styles from './written.module.css';

type Props = {
  id: string;
  words: SectionWords;
  text: string;
  disabled: boolean;
  onChange: (text: string) => void;
};

export function SectionField({ id, words: { label, prompt }, text, disabled, onChange }: Props) {
  const count = countWords(text);
  return (
    <div className={styles.section}>
      <h3>
        <label htmlFor={id}>{label}</label>
      </h3>
      <p id={`${id}-prompt`} className={styles.prompt}>
        {prompt}
      </p>
      <textarea
        id={id}
        rows={4}
        value={text}
        readOnly={disabled}
        maxLength={sectionCharsMax}
        aria-describedby={`${id}-prompt`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className={styles.count}>
        <span data-numeric="">{count === 1 ? '1 word' : `${count} words`}</span>{' '}
        <span role="status">{cutWords(text)}</span>
      </p>
    </div>
  );
}
