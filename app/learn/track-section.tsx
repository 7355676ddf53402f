import { memo } from 'react';
import { trackHue } from '#components/hue';
import { duration, levelLabels, plural, type Level, type Skill } from '#components/labels';
import { laidOutLate } from '#components/late-layout';
import { PathLink } from '#components/path-link';
import { StatusMark, type Status } from '#components/status-mark';
import styles from './learn-map.module.css';

export type MapLesson = {
  id: string;
  title: string;
  summary: string;
  path: string;
  level: Level;
  minutes: number;
  skills: Skill[];
  /** Ids of the lessons to read first. */
  needs: string[];
  exerciseIds: string[];
};

export type MapTrack = { id: string; title: string; summary: string; hue: number; path: string; lessons: MapLesson[] };

/** `lessons` are those that fit the filters; the count of what is done is always about the whole track. */
export function TrackSection({
  track,
  lessons,
  statusOf,
}: {
  track: MapTrack;
  lessons: MapLesson[];
  statusOf: (lesson: MapLesson) => Status;
}) {
  const late = laidOutLate(headHeightRem + lessons.length * rowHeightRem);
  const hue = trackHue(track.hue);
  return (
    <section
      id={track.id}
      aria-labelledby={`${track.id}-title`}
      className={styles.track}
      {...hue}
      {...late}
      style={{ ...hue.style, ...late.style }}
    >
      <header className={styles.head}>
        <h2 id={`${track.id}-title`} className={styles.title}>
          <PathLink href={track.path}>{track.title}</PathLink>
        </h2>
        <p className={styles.summary}>{track.summary}</p>
        <DoneCount track={track} statusOf={statusOf} />
      </header>
      <LessonList lessons={lessons} statusOf={statusOf} />
    </section>
  );
}

/** On a phone. */
const headHeightRem = 12;
const rowHeightRem = 11;

export function DoneCount({ track, statusOf }: { track: MapTrack; statusOf: (lesson: MapLesson) => Status }) {
  const doneCount = track.lessons.filter((lesson) => statusOf(lesson) === 'done').length;
  return (
    <p className={styles.count} data-numeric="">
      {doneCount} of {plural(track.lessons.length, 'lesson')} done
    </p>
  );
}

export function LessonList({ lessons, statusOf }: { lessons: MapLesson[]; statusOf: (lesson: MapLesson) => Status }) {
  return (
    <ol role="list" className={styles.lessons}>
      {lessons.map((lesson) => (
        <LessonRow key={lesson.id} lesson={lesson} status={statusOf(lesson)} />
      ))}
    </ol>
  );
}

/** Once the learner is known, only the rows of lessons that they have opened are drawn anew. */
const LessonRow = memo(function LessonRow({ lesson, status }: { lesson: MapLesson; status: Status }) {
  return (
    <li className={styles.lesson}>
      <span className={styles.mark}>
        <StatusMark status={status} />
      </span>
      <div>
        <h3 className={styles.lessonTitle}>
          <PathLink href={lesson.path}>{lesson.title}</PathLink>
        </h3>
        <p className={styles.lessonSummary}>{lesson.summary}</p>
      </div>
      <p className={styles.facts} data-numeric="">
        <span>{levelLabels[lesson.level]}</span>
        <span>{duration(lesson.minutes)}</span>
        <span>{lesson.exerciseIds.length > 0 && plural(lesson.exerciseIds.length, 'exercise')}</span>
      </p>
    </li>
  );
});
