'use client';
import { Prose } from '#components/prose';
import { countWords } from '#lib/count-words';
import { lengthAdvice } from './words.ts';
import styles from './write.module.css';

export type SectionOfForm = { id: string; label: string; promptHtml: string; words: { min: number; max: number } };

type Props = {
  section: SectionOfForm;
  text: string;
  /** Null until the learner has compared. */
  modelHtml: string | null;
  onChange: (text: string) => void;
};

export function Section({ section, text, modelHtml, onChange }: Props) {
  const { id, label, promptHtml, words } = section;
  const field = `section-${id}`;
  return (
    <section className={styles.section} aria-labelledby={`${field}-label`}>
      <h2 id={`${field}-label`}>
        <label htmlFor={field}>{label}</label>
      </h2>
      <div id={`${field}-prompt`}>
        <Prose html={promptHtml} size="compact" className={styles.prompt} />
      </div>
      <div className={styles.pair}>
        <div className={styles.yours}>
          {modelHtml !== null && <h3>Yours</h3>}
          <textarea
            id={field}
            rows={6}
            value={text}
            aria-describedby={`${field}-prompt ${field}-count`}
            onChange={(event) => onChange(event.target.value)}
          />
          <p id={`${field}-count`} className={styles.count} data-numeric="">
            {lengthAdvice(countWords(text), words)}
          </p>
        </div>
        {modelHtml !== null && (
          <div className={styles.model}>
            <h3>Model answer</h3>
            <Prose html={modelHtml} size="compact" />
          </div>
        )}
      </div>
    </section>
  );
}
