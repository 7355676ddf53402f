import { ButtonLink } from '#components/button';
import { PathLink } from '#components/path-link';
import { Marked, searchKindLabels } from '#components/search-words';
import { EmptyState } from '#components/state-block';
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
  const ways = (
    <>
      <ButtonLink href="/learn">See all lessons</ButtonLink>
      <ButtonLink href="/practice">See all exercises</ButtonLink>
    </>
  );
  return (
    <div className={styles.nothing}>
      {query === '' ? (
        <EmptyState title="What are you looking for?" action={ways}>
          <p>Lessons, their sections, exercises and interview questions are searched. A misspelt word is found too.</p>
        </EmptyState>
      ) : (
        <EmptyState title="Nothing matches" action={ways}>
          <p>Try fewer or more general words: “cache” instead of “caching layer for reads”.</p>
        </EmptyState>
      )}
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
