import { levelLabels } from '#components/labels';
import type { Demands } from '#lib/posting/demands';
import styles from './posting.module.css';

/** What it says of rank and years, quoted, so that the reader can judge. */
export function DemandsInWords({ demands: { seniority, years, level } }: { demands: Demands }) {
  if (seniority.length === 0 && years.length === 0) {
    return <p className={styles.note}>The posting names neither a rank nor years. Choose the level you apply for.</p>;
  }
  return (
    <p className={styles.note}>
      {[...seniority, ...years].map(({ quote }, index) => (
        <span key={quote}>
          {index > 0 && ', '}
          <q>{quote}</q>
        </span>
      ))}
      {level && `. That reads as ${levelLabels[level].toLowerCase()}; choose another level if you know better.`}
    </p>
  );
}
