import { expect, test } from 'vitest';
import { createPool } from '#sandbox/pool';

test('a pool that starts with one child starts the others when somebody waits, and no more than it may', async () => {
  const pool = createPool({ children: 2, startWith: 1, namespaces: false });
  const signal = new AbortController().signal;
  try {
    const first = await pool.lease(signal);
    expect(pool.status()).toMatchObject({ children: 1, started: 1 });
    const second = await pool.lease(signal);
    expect(pool.status()).toMatchObject({ children: 2, started: 2 });
    const third = pool.lease(signal);
    expect(pool.status()).toMatchObject({ children: 2, started: 2 });
    second.release();
    expect((await third).child.pid).toBe(second.child.pid);
    first.release();
  } finally {
    await pool.dispose();
  }
}, 60_000);
