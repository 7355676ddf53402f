import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConfinedChild } from '#sandbox/confined';
import type { ChildEvent } from '#sandbox/javascript/protocol';
import { createPool, type Lease } from '#sandbox/pool';

/** A child that is ready as soon as it is told so, and again after each submission. */
function createChildren() {
  const alive = new Set<number>();
  const starting: (() => void)[] = [];
  /** Will say at the end of their submission that it left too much behind. */
  const worn = new Set<number>();
  let lastPid = 0;
  const spawn = (): ConfinedChild => {
    const pid = ++lastPid;
    alive.add(pid);
    let listener: (event: ChildEvent) => void = () => undefined;
    let settle: (end: Awaited<ConfinedChild['ended']>) => void = () => undefined;
    const ready = (): void => listener({ type: 'ready', worn: worn.delete(pid) });
    starting.push(ready);
    return {
      pid,
      send: ready,
      onEvent: (next) => void (listener = next),
      kill: () => {
        if (alive.delete(pid)) settle({ reason: 'killed', detail: '' });
      },
      ended: new Promise((resolve) => (settle = resolve)),
    };
  };
  return { spawn, alive, worn, finishStarting: () => starting.splice(0).forEach((ready) => ready()) };
}

const signal = new AbortController().signal;

describe('a pool that keeps one child', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const open = () => {
    const children = createChildren();
    const pool = createPool({ children: 3, kept: 1, spawn: children.spawn });
    children.finishStarting();
    return { ...children, pool };
  };

  test('starts one, and no other for somebody who waits alone', async () => {
    const { pool, alive } = open();
    const first = await pool.lease(signal);
    const second = pool.lease(signal);
    expect(alive.size).toBe(1);
    first.release();
    (await second).release();
    expect(alive.size).toBe(1);
    await pool.dispose();
  });

  test('starts others one after another while several wait, and never more than it may', async () => {
    const { pool, alive, finishStarting } = open();
    const leases: Lease[] = [await pool.lease(signal)];
    const waiting = Array.from({ length: 9 }, () => pool.lease(signal).then((lease) => void leases.push(lease)));
    expect(alive.size).toBe(2);
    finishStarting();
    expect(alive.size).toBe(3);
    finishStarting();
    expect(alive.size).toBe(3);
    for (let served = 0; served < 10; served++) {
      await vi.advanceTimersByTimeAsync(0);
      leases.shift()?.release();
    }
    await Promise.all(waiting);
    expect(alive.size).toBe(3);
    await pool.dispose();
  });

  test('gives no child to two at the same time', async () => {
    const { pool, finishStarting } = open();
    const early = [pool.lease(signal), pool.lease(signal), pool.lease(signal)];
    finishStarting();
    const late = pool.lease(signal);
    const pids = (await Promise.all(early.slice(0, 2))).map(({ child }) => child.pid);
    expect(new Set(pids).size).toBe(2);
    const rest = [early[2], late].map((lease) => lease?.catch(() => 'nobody'));
    await pool.dispose();
    expect(await Promise.all(rest)).toEqual(['nobody', 'nobody']);
  });

  test('gives up those beyond the first when a minute has passed without need of them', async () => {
    const { pool, alive, finishStarting } = open();
    const leases = [pool.lease(signal), pool.lease(signal), pool.lease(signal)];
    finishStarting();
    for (const lease of leases) (await lease).release();
    expect(alive.size).toBe(2);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(alive.size).toBe(2);
    await vi.advanceTimersByTimeAsync(2000);
    expect([...alive]).toHaveLength(1);
    expect(pool.status()).toMatchObject({ children: 1, idle: 1, replaced: 1 });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(alive.size).toBe(1);
    await pool.dispose();
  });

  test('gives a child that a submission has worn out to nobody else', async () => {
    const { pool, alive, worn, finishStarting } = open();
    const { child, release } = await pool.lease(signal);
    worn.add(child.pid);
    const next = pool.lease(signal);
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect([...alive]).toEqual([child.pid + 1]);
    finishStarting();
    expect((await next).child.pid).toBe(child.pid + 1);
    expect(pool.status()).toMatchObject({ children: 1, replaced: 1, killed: 0, outOfMemory: 0 });
    await pool.dispose();
  });

  test('replaces the one that it keeps when that ends', async () => {
    const { pool, alive } = open();
    const { child, release } = await pool.lease(signal);
    child.kill();
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect([...alive]).toEqual([2]);
    await pool.dispose();
  });
});
