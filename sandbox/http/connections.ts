import type { Answer, DatabaseSession } from '../sql/open-database.ts';

export type Connections = {
  /** So many calls of this moment are still to come. */
  expect: (count: number) => void;
  /** Sends a statement when its turn has come. Rejects when there is no connection for it. */
  run: (statement: Turned) => Promise<{ answer: Answer; session: DatabaseSession }>;
  /** Told each time when every call that is under way waits for a lock, or a connection, that the guest itself holds. */
  onStuck: (listener: (calls: number[]) => void) => void;
  /** Tells once more, where it is still so. */
  tellStuck: () => void;
  /** The guest does nothing more before one of its calls is answered: what waits for it waits for ever, and is told so. */
  endStandstill: () => void;
  isBusy: () => boolean;
  all: () => DatabaseSession[];
  close: () => void;
};

export type ConnectionsOptions = {
  connect: () => Promise<DatabaseSession>;
  /** Which backends each of these waits for, by the lock table; empty for one that waits for none. */
  blockers: (pids: number[]) => Promise<Map<number, number[]>>;
};

/** As many as the pool of a small service has. */
const connectionsMax = 4;
/** From one look at the locks to the next. A statement that waits for none has mostly ended before the first. */
const lookMs = 3;
/** Where no other connection is in use, a lock could only be one that was left in a session on purpose. */
const aloneLookMs = 50;
const lookMsMax = 100;

const usedUp = `All ${connectionsMax} connections are in use, and none is given back. Inside a transaction use tx.query, not db.query.`;
const waitsForItself =
  'This statement waits for a lock that a transaction of your own service holds, and the service waits for the statement. Inside a transaction use tx.query, not db.query.';

type Turned = {
  /** The guest's call that it is for. */
  call: number;
  /** Undefined for any connection. */
  pinned: DatabaseSession | undefined;
  send: (session: DatabaseSession) => Promise<Answer>;
  /** Its session has a limit of its own for waiting. */
  endsItself: boolean;
  /**
   * A statement outside of a transaction that writes. Where others of the same moment follow, it is committed after
   * them: none of them sees what it did, as on a server with many processors.
   */
  overlaps: boolean;
  /** Whether the caller has the session for further statements; otherwise it may serve others. */
  keeps: (answer: Answer) => boolean;
};

type Turn = Turned & {
  settle: (given: { answer: Answer; session: DatabaseSession }) => void;
  refuse: (error: unknown) => void;
};

/**
 * The connections of one service. Statements are sent in the order of the calls, and the next one only when each of
 * those before has been answered or is stuck: it waits for a lock that goes away when the guest goes on, and not before.
 * So it is never the faster connection that gets a lock, and whether a statement waits is asked of the lock table, never
 * of a clock: `pg_stat_activity` goes on calling a backend waiting until it has been given the processor again.
 */
export async function openConnections({ connect, blockers }: ConnectionsOptions): Promise<Connections> {
  const all = new Set<DatabaseSession>([await connect()]);
  const idle = [...all];
  const queue: Turn[] = [];
  /** For a connection, in order. */
  const waiting: Turn[] = [];
  const running = new Map<number, Turn & { session: DatabaseSession }>();
  /** Known since the last statement ended; that may have let any of them go on. */
  const stuck = new Set<number>();
  /** Wait for the guest itself, and are being ended for it. */
  const ending = new Set<number>();
  /** Done and not committed. */
  const held: { turn: Turn; session: DatabaseSession; answer: Answer }[] = [];
  let expected = 0;
  let isTaking = false;
  let isLooking = false;
  let changes = 0;
  let onStuck: (calls: number[]) => void = () => undefined;

  const isAlone = (): boolean => running.size === 1 && queue.length === 0 && all.size - idle.length === 1;
  const next = (): void => {
    if (isTaking) return;
    if ([...running.keys()].some((call) => !stuck.has(call)))
      return void (isLooking || look(isAlone() ? aloneLookMs : lookMs));
    const turn = queue.shift();
    if (turn !== undefined) return void take(turn);
    if (expected > 0) return;
    if (held.length > 0) return commitFirst();
    const calls = [...running.keys(), ...waiting.map(({ call }) => call)];
    if (calls.length > 0) onStuck(calls);
  };
  const take = async (turn: Turn): Promise<void> => {
    isTaking = true;
    try {
      const session = turn.pinned ?? idle.shift() ?? (all.size < connectionsMax ? await connect() : undefined);
      if (session !== undefined) {
        all.add(session);
        const isHeld = turn.overlaps && expected + queue.length > 0;
        const work = isHeld ? inTransaction(session, turn.send) : turn.send(session);
        follow(turn, session, work, (answer) => {
          if (isHeld && answer.ok) held.push({ turn, session, answer });
          else settle(turn, session, answer);
        });
      } else if (held.length > 0) {
        queue.unshift(turn);
        commitFirst();
      } else waiting.push(turn);
    } catch (error) {
      turn.refuse(error);
    }
    isTaking = false;
    next();
  };
  const follow = (
    turn: Turn,
    session: DatabaseSession,
    work: Promise<Answer>,
    done: (answer: Answer) => void,
  ): void => {
    running.set(turn.call, { ...turn, session });
    changes++;
    work.then((answer) => {
      running.delete(turn.call);
      stuck.clear();
      changes++;
      done(answer);
      next();
    }, turn.refuse);
  };
  const settle = (turn: Turn, session: DatabaseSession, answer: Answer): void => {
    if (!turn.keeps(answer)) giveBack(session, 'end' in answer);
    if (ending.delete(turn.call)) turn.refuse(new Error(waitsForItself));
    else turn.settle({ answer, session });
  };
  const commitFirst = (): void => {
    const first = held.shift();
    if (first === undefined) return;
    const { turn, session, answer } = first;
    follow(turn, session, session.query('commit'), (ended) => settle(turn, session, ended.ok ? answer : ended));
  };
  const giveBack = (session: DatabaseSession, isOver: boolean): void => {
    if (isOver) {
      all.delete(session);
      session.close();
    } else idle.push(session);
    const turn = waiting.shift();
    if (turn !== undefined) queue.unshift(turn);
  };
  const look = (waitMs: number): void => {
    isLooking = true;
    const seen = changes;
    setTimeout(() => {
      void stuckNow()
        .catch(() => [])
        .then((calls) => {
          isLooking = false;
          // What has changed meanwhile makes it hearsay.
          if (seen !== changes) return next();
          for (const call of calls) stuck.add(call);
          if (stuck.size < running.size) look(Math.min(lookMsMax, waitMs * 2));
          else next();
        });
    }, waitMs).unref();
  };
  const stuckNow = async (): Promise<number[]> => {
    const asked = [...running];
    if (asked.length === 0) return [];
    const pids = stuckBackends(await blockers([...new Set(asked.map(([, { session }]) => session.pid))]));
    return asked.filter(([, { session }]) => pids.has(session.pid)).map(([call]) => call);
  };
  const refuseWaiting = (message: string): void => {
    for (const { refuse } of waiting.splice(0)) refuse(new Error(message));
  };

  return {
    expect: (count) => void (expected = count),
    run: (statement) =>
      new Promise((settle, refuse) => {
        queue.push({ ...statement, settle, refuse });
        next();
      }),
    onStuck: (listener) => void (onStuck = listener),
    tellStuck: next,
    endStandstill: () => {
      if (held.length > 0) return;
      if (waiting.length > 0) return refuseWaiting(usedUp);
      const [first] = [...running.values()].filter(({ call }) => stuck.has(call));
      if (first === undefined || first.endsItself) return;
      // Told when its backend has ended: a rollback of the guest's before that would let the statement have its lock.
      ending.add(first.call);
      first.session.close();
    },
    isBusy: () => isTaking || running.size + waiting.length + queue.length + held.length > 0,
    all: () => [...all],
    close: () => {
      waiting.push(...queue.splice(0));
      refuseWaiting('the test is over');
    },
  };
}

async function inTransaction(session: DatabaseSession, send: Turn['send']): Promise<Answer> {
  const begun = await session.query('begin');
  if (!begun.ok) return begun;
  const answer = await send(session);
  if (!answer.ok && 'error' in answer) await session.query('rollback');
  return answer;
}

/**
 * Those that wait for a session of the guest's that does nothing, directly or through others. Who waits for a statement
 * that is at work goes on by itself, and so do those that wait for one another: PostgreSQL ends one of them.
 */
function stuckBackends(blockers: Map<number, number[]>): Set<number> {
  const reaches = (from: number, wanted: number, seen = new Set<number>()): boolean =>
    (blockers.get(from) ?? []).some((pid) => {
      if (pid === wanted) return true;
      if (seen.has(pid)) return false;
      return reaches(pid, wanted, seen.add(pid));
    });
  const candidates = [...blockers.keys()].filter((pid) => !reaches(pid, pid));
  const stuck = new Set<number>();
  for (let before = -1; before < stuck.size;) {
    before = stuck.size;
    for (const pid of candidates) {
      const isHeld = (blocker: number): boolean => stuck.has(blocker) || !blockers.has(blocker);
      if (blockers.get(pid)?.some(isHeld)) stuck.add(pid);
    }
  }
  return stuck;
}
