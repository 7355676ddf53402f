import { ButtonLink } from '#components/button';
import { PathLink } from '#components/path-link';
import { Marked, searchKindLabels } from '#components/search-words';
import type { Hit } from '#lib/search';
import styles from './search.module.css';

export function Results({ query, hits, pending }: { query: string; hits: Hit[]; pending: boolean }) {
  if (hits.length > 0) {
    return (
      <ol role="list" className={styles.results}>
        {hits.map((hit) => (
          <Result key={hit.document.path} hit={hit} />
        ))}
      </ol>
    );
  }
  if (pending) return null;
  return (
    <div className={styles.empty}>
      {query !== '' && <p>Try fewer or more general words: “cache” instead of “caching layer for reads”.</p>}
      <p className={styles.ways}>
        <ButtonLink href="/learn">See all lessons</ButtonLink>
        <ButtonLink href="/practice">See all exercises</ButtonLink>
      </p>
    </div>
  );
}

function Result({ hit: { document, title, excerpt } }: { hit: Hit }) {
  return (
    <li className={styles.result}>
      <p className={styles.kind}>
        {searchKindLabels[document.kind]}
        {document.context !== '' && ` · ${document.context}`}
      </p>
      <h2 className={styles.title}>
        <PathLink href={document.path}>
          <Marked pieces={title} />
        </PathLink>
      </h2>
      <p className={styles.excerpt}>
        <Marked pieces={excerpt} />
      </p>
    </li>
  );
}
