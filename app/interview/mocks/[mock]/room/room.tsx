'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '#components/button';
import { LoadingState } from '#components/state-block';
import type { PlannedPart } from '#lib/mock';
import { pausesMax, phaseOf, remainingMs, type MockAction, type MockClock } from '#lib/mock-clock';
import { mockKindLabels } from '../../mock-words.ts';
import { saveWritten } from '../written/save-written.ts';
import { AskFirst } from './ask-first.tsx';
import { Break } from './break.tsx';
import { Over } from './over.tsx';
import { PartsList } from './parts-list.tsx';
import { Paused } from './paused.tsx';
import type { RoomTask } from './room-task.ts';
import { Task } from './task.tsx';
import { Timer } from './timer.tsx';
import { useMockClock } from './use-mock-clock.ts';
import styles from './room.module.css';

type Props = {
  mock: { id: string; kind: keyof typeof mockKindLabels; parts: PlannedPart[] };
  clock: MockClock;
  tasks: RoomTask[];
};

/** A mock interview while it runs: one round after another, the time that is left, and one task at a time. */
export function Room({ mock, clock, tasks }: Props) {
  const router = useRouter();
  const { rounds, outcomes, nowMs, isOffline, act, ask } = useMockClock(mock.id, clock);
  const [shown, setShown] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const phase = phaseOf(rounds);
  const kind = phase.round?.kind ?? null;
  const here = phase.name === 'running' ? tasks.filter(({ part }) => part.round === kind) : [];
  const task = here.find(({ part }) => part.id === shown) ?? here[0];

  // The server sends the tasks of the round that runs alone, so a round that begins or goes on has to ask for them.
  const isWaiting = phase.name === 'running' && here.length === 0;
  useEffect(() => {
    if (isWaiting) router.refresh();
  }, [isWaiting, router]);

  // What handing in needs is fetched while there is a connection: without one it could not be when it is needed.
  useEffect(() => {
    void Promise.all([import('#lib/grading-stream'), import('#lib/outbox/here')]).catch(() => undefined);
  }, []);

  // However a round ends or stops, it is news: a reader of the screen is taken to it, and the server confirms it.
  const name = `${phase.name} ${kind}`;
  const before = useRef(name);
  useEffect(() => {
    if (before.current === name) return;
    before.current = name;
    heading.current?.focus();
    void ask();
  }, [name, ask]);

  async function move(action: MockAction) {
    if (!kind || busy) return;
    if (action === 'pause' && phase.round && phase.round.pauses.length >= pausesMax) return setSaid(noMorePauses);
    setBusy(true);
    setSaid('');
    // What was typed last is saved while the round still takes it.
    await saveWritten(mock.id);
    const problem = await act(action, kind);
    setBusy(false);
    if (problem) setSaid(problem.code === 'offline' ? offlineWords[action] : problem.detail || 'Try again.');
  }
  const onGraded = useCallback(() => void ask(), [ask]);

  if (phase.name === 'ended') return <Over mock={mock} rounds={rounds} ended={phase.ended} heading={heading} />;
  const { round } = phase;
  const number = rounds.indexOf(round) + 1;
  return (
    <div className={styles.room} data-phase={phase.name} data-task={task?.type}>
      <header className={styles.bar}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {mockKindLabels[round.kind]}
          {rounds.length > 1 && (
            <span>
              Round {number} of {rounds.length}
            </span>
          )}
        </h1>
        {task && <PartsList parts={here} outcomes={outcomes} shown={task.part.id} onShow={setShown} />}
        {phase.name !== 'break' && <Timer leftMs={remainingMs(round, nowMs)} isPaused={phase.name === 'paused'} />}
        <div className={styles.controls}>
          {phase.name === 'running' && (
            <Button variant="quiet" aria-disabled={busy} onClick={() => void move('pause')}>
              Pause
            </Button>
          )}
          {phase.name === 'running' && (
            <AskFirst
              label={rounds.length > 1 ? 'End round' : 'Finish'}
              title={`End ${mockKindLabels[round.kind].toLowerCase()} now?`}
              sure="End it now"
              busy={busy}
              onSure={() => void move('finish')}
            >
              What you have written and handed in is kept. You cannot come back to it.
            </AskFirst>
          )}
        </div>
        <p role="status" className={styles.said}>
          {said || (isOffline ? awayWords : '')}
        </p>
      </header>
      {phase.name === 'paused' && <Paused round={round} nowMs={nowMs} busy={busy} onMove={(to) => void move(to)} />}
      {phase.name === 'break' && (
        <Break parts={mock.parts} rounds={rounds} next={round} busy={busy} onMove={(to) => void move(to)} />
      )}
      {isWaiting && (
        <div className="page">
          <LoadingState title="Getting the tasks" lines={6} />
        </div>
      )}
      {task && <Task key={task.part.id} mockId={mock.id} task={task} busy={busy} onGraded={onGraded} />}
    </div>
  );
}

const awayWords =
  'No connection. Go on: what you write is kept in this browser and saved as soon as the server answers. The clock runs on.';

const noMorePauses = `This round was paused ${pausesMax} times, which is all there are. The clock runs on.`;

const offlineWords: Record<MockAction, string> = {
  pause: 'The server did not answer, so the clock runs on. Pause again when there is a connection.',
  resume: 'The server did not answer, so the clock still stands. Go on when there is a connection.',
  finish: 'The server did not answer, so the round is still open. It ends by itself when its time is over.',
  begin: 'The server did not answer. The round begins when there is a connection; its time does not run yet.',
  leave: 'The server did not answer. Leave again when there is a connection.',
};
