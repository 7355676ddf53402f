'use client';

import { useState } from 'react';
import { Button } from '#components/button';
import { useMe } from '#components/me';
import { StatusMark } from '#components/status-mark';
import styles from './lesson-done.module.css';
import { setLessonDone } from './report.ts';

export function LessonDone({ lessonId }: { lessonId: string }) {
  const state = useMe();
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState(false);
  const [kept, setKept] = useState(false);
  const doneAt = state.status === 'ready' ? (state.me.lessons[lessonId]?.doneAt ?? null) : null;

  async function save(done: boolean) {
    setSaving(true);
    setFailed(false);
    try {
      setKept((await setLessonDone(lessonId, done)) === 'kept');
    } catch (error) {
      console.warn('The lesson could not be marked.', error);
      setFailed(true);
    } finally {
      setSaving(false);
    }
  }

  return (
    <div className={styles.done} data-print="hide">
      {/* One button for both ways, so that focus stays where it was. */}
      <Button
        variant={doneAt ? 'secondary' : 'primary'}
        aria-disabled={saving}
        onClick={() => !saving && void save(!doneAt)}
      >
        {doneAt ? 'Mark as not done' : 'Mark as done'}
      </Button>
      <p role="status" className={styles.said}>
        {failed && 'That was not saved: the server did not answer. Try again in a moment.'}
        {!failed && doneAt && (
          <>
            <StatusMark status="done" words="" />
            <span>
              Done on{' '}
              <time dateTime={doneAt}>{new Date(doneAt).toLocaleDateString(undefined, { dateStyle: 'long' })}</time>
            </span>
          </>
        )}
        {!failed && kept && ' Kept on this device until the server answers.'}
        {!failed && !kept && !doneAt && state.status === 'offline' && 'Your progress cannot be loaded at the moment.'}
      </p>
    </div>
  );
}
