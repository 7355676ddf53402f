'use client';

import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { Button } from '#components/button';
import { LocalTime } from '../progress/local-time.tsx';
import styles from './account.module.css';
import { deviceName } from './device-name.ts';
import { sendForm } from './send-form.ts';

type Session = { id: string; createdAt: string; lastSeenAt: string; userAgent: string | null; current: boolean };

/** The devices that are signed in; each but this one can be signed out, or all the others at once. */
export function Sessions({ sessions }: { sessions: Session[] }) {
  const router = useRouter();
  const [said, setSaid] = useState('');

  async function send(event: FormEvent<HTMLFormElement>, form: string, done?: string) {
    event.preventDefault();
    const sent = await sendForm(form, new FormData(event.currentTarget));
    setSaid(sent.ok ? (done ?? sent.done.said ?? '') : (sent.errors.form ?? ''));
    router.refresh();
  }

  return (
    <div>
      <ul role="list">
        {sessions.map((session) => (
          <li key={session.id} className={styles.session}>
            <div>
              <p className={styles.device}>
                {deviceName(session.userAgent)}
                {session.current && ' (this device)'}
              </p>
              <p className={styles.times}>
                Signed in <LocalTime iso={session.createdAt} />, last seen <LocalTime iso={session.lastSeenAt} />
              </p>
            </div>
            {!session.current && (
              <form
                method="post"
                action="/api/account/forms/end-session"
                onSubmit={(event) =>
                  void send(event, 'end-session', `The session on ${deviceName(session.userAgent)} has ended.`)
                }
              >
                <input type="hidden" name="id" value={session.id} />
                <Button type="submit" aria-label={`End the session on ${deviceName(session.userAgent)}`}>
                  End
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form
          className={styles.signOut}
          method="post"
          action="/api/account/forms/end-other-sessions"
          onSubmit={(event) => void send(event, 'end-other-sessions')}
        >
          <Button type="submit">Sign out everywhere else</Button>
        </form>
      )}
      <p role="status" className={styles.said}>
        {said}
      </p>
    </div>
  );
}
