import { expect, test } from 'vitest';
import { createGate } from '#sandbox/sql/gate';

const { signal } = new AbortController();

test('a place that is left goes to who waits, and to nobody who comes in the same moment', async () => {
  const gate = createGate(1, 8);
  const order: string[] = [];
  const work = async (name: string, until?: Promise<void>): Promise<void> => {
    order.push(`${name} of ${gate.counts().running}`);
    await until;
  };
  const end = Promise.withResolvers<void>();
  let working = Promise.resolve();
  const first = gate.enter(signal, () => (working = work('first', end.promise)));
  const second = gate.enter(signal, () => work('second'));
  // Told in the same turn as the gate, right after it.
  const third = working.then(() => gate.enter(signal, () => work('third')));
  end.resolve();
  await Promise.all([first, second, third]);
  expect(order).toEqual(['first of 1', 'second of 1', 'third of 1']);
  expect(gate.counts()).toEqual({ running: 0, waiting: 0 });
});

test('who does not wait any more passes the place on', async () => {
  const gate = createGate(1, 8);
  const first = Promise.withResolvers<void>();
  const running = gate.enter(signal, () => first.promise);
  const gone = gate.enter(AbortSignal.abort(), async () => 'ran');
  const last = gate.enter(signal, async () => 'ran');
  first.resolve();
  expect([await running, await gone, await last]).toEqual([undefined, null, 'ran']);
  expect(gate.counts()).toEqual({ running: 0, waiting: 0 });
});
