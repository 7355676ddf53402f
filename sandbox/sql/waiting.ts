import type { Session } from './query.ts';

/** Who a connection is for: the database's own role, or the judge's, which the learner cannot alter. */
export type As = 'owner' | 'judge';

export type Connect = (as: As) => Promise<Session>;

/** Connections that wait with a copy until somebody asks. */
export type Waiting = {
  /** One that is open; undefined when there is none left. */
  take: (as: As) => Promise<Session | undefined>;
  close: () => Promise<void>;
};

/** On the whole server, of the 128 processes that it may have. */
export const roomMax = 24;
/** Of each kind: so many as two sessions side by side and one that looks at them need. */
export const waitingMax = 3;
/** An idle backend has about 2 MB of its own, which is given back when nobody comes. */
const idleMsMax = 60_000;

/** How many more may wait on the whole server, which has to serve everybody else as well. */
export type Room = { left: number };

export const noneWaiting: Waiting = { take: async () => undefined, close: async () => undefined };

/** Opens connections ahead of their use: opening one takes 3 to 6 ms, and most statements take less than one. */
export function openWaiting(connect: Connect, wanted: Record<As, number>, room: Room): Waiting {
  const open = (as: As) => {
    const count = Math.min(wanted[as], room.left);
    room.left -= count;
    return Array.from({ length: count }, () => connect(as).catch(() => undefined));
  };
  const waiting = { owner: open('owner'), judge: open('judge') };
  const close = async (): Promise<void> => {
    clearTimeout(idle);
    const left = [...waiting.owner.splice(0), ...waiting.judge.splice(0)];
    room.left += left.length;
    await Promise.all(left.map(async (one) => (await one)?.close()));
  };
  const idle = setTimeout(() => void close(), idleMsMax).unref();
  return {
    take: async (as) => {
      // The server may have ended some of them meanwhile.
      for (let one = waiting[as].shift(); one !== undefined; one = waiting[as].shift()) {
        room.left += 1;
        const session = await one;
        if (session?.isOpen()) return session;
      }
      return undefined;
    },
    close,
  };
}
