import type { ReactNode } from 'react';
import type { Mention } from '#lib/posting/find-terms';
import styles from './posting.module.css';
import type { Standing, TermStanding } from './standing.ts';

const standingWords: Record<Standing, string> = {
  shown: 'shown',
  begun: 'begun',
  open: 'not shown yet',
  untaught: 'not taught here',
};

type Props = { text: string; mentions: Mention[]; standings: TermStanding[] };

/** The posting with every demand marked; each mark leads to what is said about it. */
export function PostingText({ text, mentions, standings }: Props) {
  const standingOf = new Map(standings.map(({ term, standing }) => [term.id, standing]));
  const pieces: ReactNode[] = [];
  let place = 0;
  for (const { termId, start, end } of mentions) {
    const standing = standingOf.get(termId);
    if (!standing) continue;
    pieces.push(
      text.slice(place, start),
      <a key={start} href={`#term-${termId}`} data-standing={standing} className={styles.mark}>
        {text.slice(start, end)}
        <span className="visually-hidden"> ({standingWords[standing]})</span>
      </a>,
    );
    place = end;
  }
  return (
    <section className={styles.section} aria-labelledby="text">
      <h2 id="text">The posting, marked</h2>
      <p className={styles.legend}>
        {(Object.keys(standingWords) as Standing[]).map((standing) => (
          <span key={standing} data-standing={standing} className={styles.mark}>
            {standingWords[standing]}
          </span>
        ))}
      </p>
      <div className={styles.text}>
        {pieces}
        {text.slice(place)}
      </div>
    </section>
  );
}
