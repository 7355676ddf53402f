import { levelLabels } from '#components/labels';
import { PathLink } from '#components/path-link';
import { StatusMark, type Status } from '#components/status-mark';
import { statusLabels } from './map-selection.ts';
import styles from './roadmap.module.css';
import type { MapLesson } from './track-section.tsx';

type Props = {
  lesson: MapLesson;
  row: number;
  status: Status;
  needs: string[];
  next: boolean;
  related: boolean;
  onActive: (id: string | null) => void;
};

/** What is drawn as lines is said in words as well: seen on a narrow screen, heard on every one. */
export function RoadmapLesson({ lesson, row, status, needs, next, related, onActive }: Props) {
  const { id, title, path, level } = lesson;
  // The open circle and no word is what most lessons have; a word on each of them would be noise.
  const word = next ? 'Next' : status === 'open' ? null : statusLabels[status];
  return (
    <li style={{ gridRow: row + 1 }} className={styles.cell}>
      <PathLink
        href={path}
        className={styles.lesson}
        aria-label={nameOf(lesson, status, next, needs)}
        data-lesson={id}
        data-status={status}
        data-next={next || undefined}
        data-related={related || undefined}
        onMouseEnter={() => onActive(id)}
        onMouseLeave={() => onActive(null)}
        onFocus={() => onActive(id)}
        onBlur={() => onActive(null)}
      >
        <span className={styles.title}>{title}</span>
        <span className={styles.facts}>
          <StatusMark status={status} words="" />
          <span>
            {word !== null && <span className={styles.word}>{word} · </span>}
            {levelLabels[level]}
          </span>
        </span>
        {needs.length > 0 && <span className={styles.needs}>Needs: {needs.join('; ')}</span>}
      </PathLink>
    </li>
  );
}

function nameOf({ title, level }: MapLesson, status: Status, next: boolean, needs: string[]): string {
  const words = [title, ...(next ? ['next'] : []), statusLabels[status].toLowerCase(), levelLabels[level]];
  return `${words.join(', ')}${needs.length > 0 ? `, needs: ${needs.join('; ')}` : ''}`;
}
