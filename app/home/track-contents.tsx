import { trackHue } from '#components/hue';
import { duration, plural } from '#components/labels';
import { laidOutLate } from '#components/late-layout';
import { PathLink } from '#components/path-link';
import type { TrackSummary } from '#content/load';
import styles from './home.module.css';

/** The tracks, set like the contents page of a book. */
export function TrackContents({ tracks }: { tracks: TrackSummary[] }) {
  return (
    <section className={`page ${styles.section}`} aria-labelledby="contents" {...laidOutLate(98)}>
      <div className={styles.margin}>
        <h2 id="contents">Contents</h2>
        <p>From the first job to the senior interview. Nothing is locked; the order is a recommendation.</p>
      </div>
      <ol role="list" className={styles.tracks}>
        {tracks.map((track) => (
          <li key={track.id} className={styles.track} {...trackHue(track.hue)}>
            <div>
              <h3>
                <PathLink href={track.path}>{track.title}</PathLink>
              </h3>
              <p className={styles.summary}>{track.summary}</p>
            </div>
            <p className={styles.facts} data-numeric="">
              <span>{plural(track.lessons.length, 'lesson')}</span>
              <span>
                {plural(
                  track.lessons.reduce((sum, lesson) => sum + lesson.exercises.length, 0),
                  'exercise',
                )}
              </span>
              <span>{duration(track.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0))}</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
