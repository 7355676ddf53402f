import { PathLink } from '#components/path-link';
import type { Advice } from './advice.ts';
import styles from './progress.module.css';

/** What to do next, each with its reason. */
export function AdviceList({ advice }: { advice: Advice[] }) {
  return (
    <ol className={styles.advice} role="list">
      {advice.map(({ title, path, reason }) => (
        <li key={path}>
          <PathLink href={path}>{title}</PathLink>
          <p>{reason}</p>
        </li>
      ))}
    </ol>
  );
}
