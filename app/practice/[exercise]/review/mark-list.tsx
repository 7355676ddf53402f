'use client';
import type { Mark } from '#lib/answers';
import { lineWords, type Lines } from './lines.ts';
import styles from './review.module.css';

type Props = {
  marks: Mark[];
  defects: { id: string; name: string }[];
  onShow: (lines: Lines) => void;
  onRemove: (index: number) => void;
};

export function MarkList({ marks, defects, onShow, onRemove }: Props) {
  const nameOf = (id: string) => defects.find((defect) => defect.id === id)?.name ?? id;
  return (
    <section aria-labelledby="marks">
      <h2 id="marks" className={styles.heading}>
        Your marks
      </h2>
      {marks.length === 0 && <p className={styles.none}>None yet.</p>}
      <ol role="list" className={styles.marks}>
        {marks.map((mark, index) => (
          <li key={`${index} ${mark.from} ${mark.to} ${mark.defect}`} className={styles.mark}>
            <span className={styles.sign} aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <p>
                <button type="button" className={styles.place} onClick={() => onShow(mark)}>
                  {lineWords(mark).replace('l', 'L')}
                </button>
              </p>
              <p className={styles.defectName}>{nameOf(mark.defect)}</p>
              {mark.note && <p className={styles.noteText}>{mark.note}</p>}
            </div>
            <button
              type="button"
              className={styles.small}
              aria-label={`Remove mark ${index + 1}, ${lineWords(mark)}`}
              onClick={() => onRemove(index)}
            >
              Remove
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
