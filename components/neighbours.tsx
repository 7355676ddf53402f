import styles from './neighbours.module.css';
import { PathLink } from './path-link.tsx';

type Neighbour = { title: string; path: string } | null | undefined;

/** At the end of a page that is read in an order: the one before it, and the one after. */
export function Neighbours({ noun, previous, next }: { noun: string; previous: Neighbour; next: Neighbour }) {
  return (
    <nav
      aria-label={`${noun[0]?.toUpperCase()}${noun.slice(1)}s before and after`}
      className={styles.neighbours}
      data-print="hide"
    >
      {previous && (
        <PathLink href={previous.path}>
          <span>Previous {noun}</span>
          {previous.title}
        </PathLink>
      )}
      {next && (
        <PathLink href={next.path} className={styles.next}>
          <span>Next {noun}</span>
          {next.title}
        </PathLink>
      )}
    </nav>
  );
}
