import clsx from 'clsx';
import styles from './prose.module.css';

/** Text that was compiled from Markdown. `reading` is for lessons (18 px), `compact` for tasks beside an editor. */
export function Prose({
  html,
  size = 'reading',
  className,
}: {
  html: string;
  size?: 'reading' | 'compact';
  className?: string;
}) {
  // The HTML is ours: content is compiled at build time, raw HTML in it is refused, and nothing a learner writes comes here.
  return <div className={clsx(styles.prose, styles[size], className)} dangerouslySetInnerHTML={{ __html: html }} />;
}
