'use client';

import { duration, kindLabels, levelLabels, type Kind, type Level } from '#components/labels';
import { useMe } from '#components/me';
import { PathLink } from '#components/path-link';
import { StatusMark } from '#components/status-mark';
import styles from './lesson-exercises.module.css';

type Exercise = { id: string; title: string; summary: string; kind: Kind; level: Level; minutes: number; path: string };

export function LessonExercises({ exercises }: { exercises: Exercise[] }) {
  const state = useMe();
  const progress = state.status === 'ready' ? state.me.exercises : {};
  return (
    <ul role="list" className={styles.list}>
      {exercises.map(({ id, title, summary, kind, level, minutes, path }) => {
        const status = progress[id]?.status;
        return (
          <li key={id} className={styles.exercise}>
            <StatusMark
              status={status === 'passed' ? 'done' : (status ?? 'open')}
              words={status === 'passed' ? 'Passed' : status === 'attempted' ? 'Begun' : 'Not started'}
            />
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
