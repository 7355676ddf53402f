'use client';
import { Check, CircleDashed, X } from 'lucide-react';
import { Explained } from '../answers/explained.tsx';
import { lineWords, type Lines } from './lines.ts';
import type { Kind, Result } from './results.ts';
import styles from './review.module.css';

const words: Record<Kind, string> = { found: 'Found', missed: 'Not found', 'false-mark': 'False mark' };

type Props = {
  results: Result[];
  /** Takes the reader to the lines; without it they are only named. */
  onShow?: (lines: Lines) => void;
};

export function ReviewResults({ results, onShow }: Props) {
  return (
    <ol role="list" className={styles.results} aria-label="Findings">
      {results.map(({ kind, title, lines, severity, message }, index) => {
        const known = lines.length > 0;
        const Icon = kind === 'found' ? Check : known ? X : CircleDashed;
        return (
          <li key={index} className={styles.result} data-kind={kind}>
            <Icon className={styles.icon} size={16} strokeWidth={2.25} aria-hidden="true" />
            <div>
              <h3>{known ? title : `One ${severity} finding is still open`}</h3>
              <p className={styles.facts}>
                <span className={styles.kind}>{words[kind]}</span>
                {severity && <span>{severity}</span>}
                {lines.map((range) => {
                  const place = lineWords(range).replace('l', 'L');
                  if (!onShow) return <span key={range.from}>{place}</span>;
                  return (
                    <button key={range.from} type="button" className={styles.place} onClick={() => onShow(range)}>
                      {place}
                    </button>
                  );
                })}
              </p>
              {message && <Explained text={message} />}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
