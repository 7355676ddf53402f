'use client';

import { useEffect, useState } from 'react';
import { Button } from '#components/button';
import styles from './account.module.css';
import { deviceName } from './device-name.ts';
import { problemOf, unreachable } from './problem.ts';

type Session = { id: string; createdAt: string; lastSeenAt: string; userAgent: string | null; current: boolean };

type State = { status: 'loading' } | { status: 'failed' } | { status: 'ready'; sessions: Session[] };

export function Sessions() {
  const [state, setState] = useState<State>({ status: 'loading' });
  const [said, setSaid] = useState('');

  useEffect(() => {
    const controller = new AbortController();
    load(controller.signal).then(setState, (error: unknown) => {
      if (controller.signal.aborted) return;
      console.warn('Sessions could not be loaded.', error);
      setState({ status: 'failed' });
    });
    return () => controller.abort();
  }, []);

  async function end(session: Session) {
    try {
      const response = await fetch(`/api/account/sessions/${session.id}`, { method: 'DELETE' });
      if (!response.ok && response.status !== 404) return setSaid((await problemOf(response)).detail);
      setSaid(`The session on ${deviceName(session.userAgent)} has ended.`);
      setState(await load());
    } catch (error) {
      console.warn('The session could not be ended.', error);
      setSaid(unreachable);
    }
  }

  if (state.status === 'loading') return <p className={styles.times}>Loading the sessions</p>;
  if (state.status === 'failed') return <p className={styles.alert}>{unreachable}</p>;
  return (
    <div>
      <ul role="list">
        {state.sessions.map((session) => (
          <li key={session.id} className={styles.session}>
            <div>
              <p className={styles.device}>
                {deviceName(session.userAgent)}
                {session.current && ' (this device)'}
              </p>
              <p className={styles.times}>
                Signed in <Time iso={session.createdAt} />, last seen <Time iso={session.lastSeenAt} />
              </p>
            </div>
            {!session.current && (
              <Button
                aria-label={`End the session on ${deviceName(session.userAgent)}`}
                onClick={() => void end(session)}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
    </div>
  );
}

function Time({ iso }: { iso: string }) {
  return (
    <time dateTime={iso}>{new Date(iso).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}</time>
  );
}

async function load(signal?: AbortSignal): Promise<State> {
  const response = await fetch('/api/account/sessions', signal ? { signal } : {});
  if (!response.ok) throw new Error(`GET /api/account/sessions answered ${response.status}`);
  const { sessions } = (await response.json()) as { sessions: Session[] };
  return { status: 'ready', sessions };
}
