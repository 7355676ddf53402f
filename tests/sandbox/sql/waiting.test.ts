import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Session } from '#sandbox/sql/query';
import { openWaiting, type As, type Room } from '#sandbox/sql/waiting';

type Fake = Session & { as: As; end: () => void };

/** Opens sessions that know whether they are open, and lists them all. */
function opener() {
  const opened: Fake[] = [];
  const connect = async (as: As): Promise<Session> => {
    let isOpen = true;
    const end = () => void (isOpen = false);
    const session: Fake = {
      ...{ as, end, pid: opened.length + 1, isOpen: () => isOpen, transaction: () => 'none', close: async () => end() },
      query: () => Promise.reject(new Error('nothing is asked here')),
    };
    opened.push(session);
    return session;
  };
  const open = () => opened.filter((session) => session.isOpen()).map(({ as }) => as);
  return { connect, opened, open };
}

const room = (): Room => ({ left: 10 });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('each connection that waits is given out once, to the role it was opened for', async () => {
  const { connect } = opener();
  const waiting = openWaiting(connect, { owner: 2, judge: 1 }, room());
  const taken = [await waiting.take('owner'), await waiting.take('judge'), await waiting.take('owner')];
  expect(taken.map((session) => (session as Fake).as)).toEqual(['owner', 'judge', 'owner']);
  expect(new Set(taken).size).toBe(3);
  expect(await waiting.take('owner')).toBeUndefined();
  expect(await waiting.take('judge')).toBeUndefined();
});

test('one that the server has ended meanwhile, or that could not be opened, is given to nobody', async () => {
  const { connect, opened } = opener();
  let calls = 0;
  const refusing = (as: As) => (++calls === 2 ? Promise.reject(new Error('too many clients')) : connect(as));
  const waiting = openWaiting(refusing, { owner: 3, judge: 0 }, room());
  opened[0]?.end();
  expect(await waiting.take('owner')).toBe(opened[1]);
  expect(await waiting.take('owner')).toBeUndefined();
});

test('those that nobody takes are closed with their copy, and after a minute without a taker', async () => {
  const early = opener();
  const waiting = openWaiting(early.connect, { owner: 2, judge: 1 }, room());
  await waiting.take('owner');
  await waiting.close();
  expect(early.open()).toEqual(['owner']);

  const late = opener();
  const forgotten = openWaiting(late.connect, { owner: 1, judge: 1 }, room());
  await vi.advanceTimersByTimeAsync(59_000);
  expect(late.open()).toEqual(['owner', 'judge']);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(late.open()).toEqual([]);
  expect(await forgotten.take('owner')).toBeUndefined();
});

test('no more wait on one server than there is room for, and each that was taken or closed makes room', async () => {
  const { connect, open } = opener();
  const shared: Room = { left: 3 };
  const first = openWaiting(connect, { owner: 2, judge: 0 }, shared);
  const second = openWaiting(connect, { owner: 2, judge: 2 }, shared);
  expect(open()).toEqual(['owner', 'owner', 'owner']);
  await first.take('owner');
  expect(shared.left).toBe(1);
  await Promise.all([first.close(), second.close()]);
  expect(shared.left).toBe(3);
});
