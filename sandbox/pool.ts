import os from 'node:os';
import { spawnConfined, type ChildEnd, type ConfinedChild } from './confined.ts';
import { install } from './installation.ts';
import { probeConfinement, type Confinement, type ConfinementOptions, type Layers } from './layers.ts';
import { runsPerChildMax } from './limits.ts';

/** A child for one submission. `release` gives it back; a child that was killed or ended is replaced by itself. */
export type Lease = { child: ConfinedChild; release: () => void };

export type Pool = {
  /** Waits until a child is free. Rejects when aborted, when the pool closes, and when children cannot be started. */
  lease: (signal: AbortSignal) => Promise<Lease>;
  status: () => {
    children: number;
    idle: number;
    /** Idle, or at work and soon idle again; those that are still starting are not. */
    usable: number;
    started: number;
    ended: number;
    /** Of those that ended: by a limit of ours or because nobody waited, by themselves, or after their time. */
    killed: number;
    outOfMemory: number;
    crashed: number;
    replaced: number;
    layers: Layers;
  };
  pids: () => number[];
  dispose: () => Promise<void>;
};

type Member = {
  child: ConfinedChild;
  state: 'starting' | 'idle' | 'leased' | 'leaving';
  runs: number;
  runsMax: number;
};
type Waiting = { give: (member: Member) => void; refuse: (error: Error) => void };

const backOffMsMax = 5000;

/** A child beyond those that are kept leaves when it was not needed for this long. */
const surplusMs = 60_000;

export type PoolOptions = {
  /** As many as cores and one spare, so that one being replaced is not missed. */
  children?: number;
  /** So many stay when nobody waits; the others are started when somebody does. All of them without it. */
  kept?: number;
  /** How a child is started; JavaScript's without it. */
  spawn?: (confinement: Confinement) => ConfinedChild;
  /** A child is replaced after this many submissions. */
  runsMax?: number;
  /** A child that is not ready by then is stuck. JavaScript's takes 0.1 s on an idle machine. */
  readyMsMax?: number;
} & ConfinementOptions;

/**
 * Starts the children; each of those that are kept is replaced when it ends, after `runsPerChildMax` submissions, and when
 * it says that one of them has left too much behind.
 */
export function createPool({
  children = os.availableParallelism() + 1,
  kept = children,
  spawn = (confinement) => spawnConfined(install(), confinement),
  runsMax: runsMaxOfAll = runsPerChildMax,
  readyMsMax = 20_000,
  ...walls
}: PoolOptions = {}): Pool {
  const confinement = probeConfinement(walls);
  const members = new Set<Member>();
  const waiting: Waiting[] = [];
  let started = 0;
  const ends = { killed: 0, outOfMemory: 0, crashed: 0, replaced: 0 };
  let failuresInARow = 0;
  let closed = false;

  const start = (): void => {
    const child = spawn(confinement);
    // Staggered, so that children which started together do not all leave together.
    const runsMax = Math.ceil(runsMaxOfAll * (1 - (started % 4) / 8));
    const member: Member = { child, state: 'starting', runs: 0, runsMax };
    members.add(member);
    started++;
    awaitReady(member);
    void child.ended.then((end) => onEnd(member, end));
  };
  const awaitReady = (member: Member): void => {
    const stuck = setTimeout(() => member.child.kill(), readyMsMax);
    void member.child.ended.then(() => clearTimeout(stuck));
    member.child.onEvent((event) => {
      if (event.type !== 'ready') return;
      clearTimeout(stuck);
      failuresInARow = 0;
      member.child.onEvent(() => undefined);
      if (event.worn) return leave(member);
      member.state = 'idle';
      const next = waiting.shift();
      if (next === undefined) return leaveLater(member);
      // At once, so that nobody who asks in the same turn is given it as well.
      member.state = 'leased';
      next.give(member);
      grow();
    });
  };
  const leaveLater = (member: Member): void => {
    if (members.size <= kept) return;
    const { runs } = member;
    setTimeout(() => {
      if (closed || member.state !== 'idle' || member.runs !== runs || members.size <= kept) return;
      leave(member);
    }, surplusMs).unref();
  };
  const leave = (member: Member): void => {
    member.state = 'leaving';
    member.child.kill();
  };
  /** Whoever waits alone is served sooner by the child that is at work than by one that has to be started. */
  const grow = (): void => {
    const starts = failuresInARow > 0 || [...members].some((member) => member.state === 'starting');
    if (!starts && members.size < children && waiting.length > members.size) start();
  };
  const onEnd = (member: Member, end: ChildEnd): void => {
    members.delete(member);
    if (closed) return;
    if (member.state === 'leaving') ends.replaced++;
    else ends[end.reason === 'memory-limit' ? 'outOfMemory' : end.reason]++;
    if (member.state !== 'starting') return members.size < kept ? start() : grow();
    failuresInARow++;
    if (failuresInARow > members.size + 2) {
      const error = new Error(`No sandbox child can be started: ${end.detail}`);
      for (const one of waiting.splice(0)) one.refuse(error);
    }
    setTimeout(
      () => !closed && members.size < children && start(),
      Math.min(backOffMsMax, 50 * 2 ** Math.min(failuresInARow, 10)),
    );
  };
  const release = (member: Member): void => {
    if (member.state !== 'leased') return;
    member.runs++;
    if (member.runs >= member.runsMax) return leave(member);
    // Still "leased" for the count of failures: a child that ends while it cleans up is simply replaced.
    awaitReady(member);
    member.child.send({ id: 0, op: 'end' });
  };

  for (let count = 0; count < kept; count++) start();
  return {
    lease: async (signal) => {
      signal.throwIfAborted();
      if (closed) throw new Error('The pool is closed.');
      const idle = [...members].find((member) => member.state === 'idle');
      const member =
        idle ??
        (await new Promise<Member>((resolve, reject) => {
          const entry: Waiting = { give: resolve, refuse: reject };
          waiting.push(entry);
          grow();
          signal.addEventListener('abort', () => {
            const place = waiting.indexOf(entry);
            if (place < 0) return;
            waiting.splice(place, 1);
            reject(signal.reason as Error);
          });
        }));
      member.state = 'leased';
      return { child: member.child, release: () => release(member) };
    },
    status: () => ({
      children: members.size,
      idle: [...members].filter((member) => member.state === 'idle').length,
      usable: [...members].filter((member) => member.state === 'idle' || member.state === 'leased').length,
      started,
      ended: Object.values(ends).reduce((sum, count) => sum + count, 0),
      ...ends,
      layers: confinement.layers,
    }),
    pids: () => [...members].map((member) => member.child.pid),
    dispose: async () => {
      closed = true;
      for (const one of waiting.splice(0)) one.refuse(new Error('The pool is closed.'));
      const ends = [...members].map((member) => member.child.ended);
      for (const member of members) member.child.kill();
      await Promise.all(ends);
    },
  };
}
