import { PathLink } from '#components/path-link';
import type { Lesson, TrackSummary } from '#content/load';
import styles from './lesson-margin.module.css';
import { Toc } from './toc.tsx';

/** The margin beside the text: where the lesson stands in its track, and where the reader is in the lesson. */
export function LessonMargin({ lesson, track }: { lesson: Lesson; track: TrackSummary }) {
  const number = track.lessons.findIndex((other) => other.id === lesson.id) + 1;
  return (
    <aside className={styles.margin} aria-label="Place in the track" data-print="hide">
      <p className={styles.place}>
        <PathLink href={track.path} className={styles.track}>
          {track.title}
        </PathLink>
        <span data-numeric="">
          Lesson {number} of {track.lessons.length}
        </span>
      </p>
      <div className={styles.toc}>
        <Toc toc={lesson.toc} />
      </div>
    </aside>
  );
}
