import { describe, expect, test } from 'vitest';
import { openConnections } from '#sandbox/http/connections';
import type { Answer, DatabaseSession } from '#sandbox/sql/open-database';

const done: Answer = { ok: true, columns: [], rows: [], command: 'UPDATE', rowCount: 1, notices: [] };

/** Two sessions of one service; the second one's statement waits for a lock of the first. */
function lockedPair() {
  const waiting = Promise.withResolvers<Answer>();
  const closed: number[] = [];
  const sessions = [done, waiting.promise].map((answer, at): DatabaseSession => ({
    pid: at + 1,
    query: async () => answer,
    close: () => void closed.push(at + 1),
  }));
  return { waiting, closed, connect: () => Promise.resolve(sessions.shift() as DatabaseSession) };
}

describe('the connections of one service', () => {
  test('the guest goes on from a lock of its own only once the statement that waited has ended', async () => {
    const { waiting, closed, connect } = lockedPair();
    const connections = await openConnections({ connect, blockers: async () => new Map([[2, [1]]]) });
    const statement = { pinned: undefined, endsItself: false, overlaps: false };
    const send = (session: DatabaseSession) => session.query('update items set stock = 3');
    await connections.run({ ...statement, call: 1, send, keeps: () => true });

    const isStuck = new Promise<number[]>((resolve) => connections.onStuck(resolve));
    const told: string[] = [];
    const second = connections
      .run({ ...statement, call: 2, send, keeps: () => false })
      .catch(({ message }: Error) => told.push(message));
    expect(await isStuck).toEqual([2]);
    connections.endStandstill();
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toEqual([2]);
    // Its backend may still be at it: a rollback of the guest's would let it have the lock, and be done.
    expect(told).toEqual([]);

    waiting.resolve({ ok: false, end: 'lost' });
    await second;
    expect(told).toEqual([expect.stringContaining('a transaction of your own service holds')]);
    expect(connections.isBusy()).toBe(false);
  });
});
