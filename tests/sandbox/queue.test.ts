import { describe, expect, test } from 'vitest';
import { createQueue, type Entrant, type Entry } from '#sandbox/queue';

const entrant = (learner: string, more: Partial<Entrant> = {}): Entrant => ({
  learner,
  guest: false,
  signal: new AbortController().signal,
  onPosition: () => undefined,
  ...more,
});

const leave = (entry: Entry): void => {
  if (entry.type === 'entered') entry.leave();
};

/** Whether a promise is settled once everything that is ready has run. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const mark = (): void => void (settled = true);
  void promise.then(mark, mark);
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

describe('the queue', () => {
  test('lets in as many as there are slots, and the next when one leaves', async () => {
    const queue = createQueue(2);
    const first = await queue.enter(entrant('a'));
    await queue.enter(entrant('b'));
    const third = queue.enter(entrant('c'));
    expect(await isSettled(third)).toBe(false);
    leave(first);
    expect((await third).type).toBe('entered');
  });

  test('runs one submission of a learner at a time and lets others go ahead', async () => {
    const queue = createQueue(2);
    const first = await queue.enter(entrant('a'));
    const again = queue.enter(entrant('a'));
    expect((await queue.enter(entrant('b'))).type).toBe('entered');
    expect(await isSettled(again)).toBe(false);
    leave(first);
    expect((await again).type).toBe('entered');
  });

  test('gives guests at most half of the slots', async () => {
    const queue = createQueue(4);
    await queue.enter(entrant('g1', { guest: true }));
    await queue.enter(entrant('g2', { guest: true }));
    expect(await isSettled(queue.enter(entrant('g3', { guest: true })))).toBe(false);
    expect((await queue.enter(entrant('account'))).type).toBe('entered');
  });

  test('gives guests a slot where there is only one', async () => {
    expect((await createQueue(1).enter(entrant('g', { guest: true }))).type).toBe('entered');
  });

  test('tells each who waits its position, and again when it changes', async () => {
    const queue = createQueue(1);
    const first = await queue.enter(entrant('a'));
    const told: string[] = [];
    const wait = (learner: string) =>
      queue.enter(entrant(learner, { onPosition: (place) => void told.push(`${learner}${place}`) }));
    const second = wait('b');
    void wait('c');
    leave(first);
    await second;
    expect(told).toEqual(['b1', 'c2', 'c1']);
  });

  test('turns away with a time to come back when it is full', async () => {
    const queue = createQueue(1, 1);
    await queue.enter(entrant('a'));
    void queue.enter(entrant('b'));
    expect(await queue.enter(entrant('c'))).toMatchObject({ type: 'refused', reason: 'full' });
  });

  test('one learner cannot fill it', async () => {
    const queue = createQueue(1);
    await queue.enter(entrant('a'));
    for (let count = 0; count < 4; count++) void queue.enter(entrant('a'));
    expect(await queue.enter(entrant('a'))).toMatchObject({ type: 'refused', reason: 'too-many-of-yours' });
    expect(await isSettled(queue.enter(entrant('b')))).toBe(false);
  });

  test('who goes away while waiting is forgotten', async () => {
    const queue = createQueue(1);
    const first = await queue.enter(entrant('a'));
    const going = new AbortController();
    const gone = queue.enter(entrant('b', { signal: going.signal }));
    const third = queue.enter(entrant('c'));
    going.abort();
    await expect(gone).rejects.toThrow('abort');
    leave(first);
    expect((await third).type).toBe('entered');
    expect(queue.counts()).toEqual({ running: 1, waiting: 0 });
  });

  test('leaving twice frees one slot', async () => {
    const queue = createQueue(1);
    const first = await queue.enter(entrant('a'));
    leave(first);
    await queue.enter(entrant('b'));
    leave(first);
    expect(queue.counts().running).toBe(1);
  });
});
