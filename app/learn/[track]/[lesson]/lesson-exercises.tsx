'use client';

import { duration, kindLabels, levelLabels, type Kind, type Level } from '#components/labels';
import { useMe } from '#components/me';
import { PathLink } from '#components/path-link';
import { StatusMark, type Status } from '#components/status-mark';
import styles from './lesson-exercises.module.css';

type Exercise = { id: string; title: string; summary: string; kind: Kind; level: Level; minutes: number; path: string };

export function LessonExercises({ exercises }: { exercises: Exercise[] }) {
  const state = useMe();
  const progress = state.status === 'ready' ? state.me.exercises : {};
  const selfScores = state.status === 'ready' ? state.me.selfScores : {};
  return (
    <ul role="list" className={styles.list}>
      {exercises.map(({ id, title, summary, kind, level, minutes, path }) => {
        const [status, words] = statusOf(progress[id]?.status, selfScores[id] !== undefined);
        return (
          <li key={id} className={styles.exercise}>
            <StatusMark status={status} words={words} />
            <div>
              <PathLink href={path} className={styles.title}>
                {title}
              </PathLink>
              <p className={styles.summary}>{summary}</p>
            </div>
            <p className={styles.facts} data-numeric="">
              {kindLabels[kind]} · {levelLabels[level]} · {duration(minutes)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** A text that its writer has scored is done, and is not called passed. */
function statusOf(status: 'attempted' | 'passed' | undefined, selfScored: boolean): [Status, string] {
  if (status === 'passed') return ['done', 'Passed'];
  if (selfScored) return ['done', 'Self-assessed'];
  return status === 'attempted' ? ['attempted', 'Begun'] : ['open', 'Not started'];
}
