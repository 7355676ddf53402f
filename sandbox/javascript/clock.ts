import type { Captured } from './capture.ts';

export type Clock = {
  /** Fires the next timer; false when there is none. Throws what the timer throws. */
  fireNext: () => boolean;
  nowMs: () => number;
  /** When the next timer fires; Infinity when there is none. */
  nextDueMs: () => number;
  /** Time passes in which no timer fires. */
  moveTo: (laterMs: number) => void;
  /** Each test begins with the timers that were set until now. */
  keepTimers: () => void;
  /** Back to the start, with no timer at all. */
  forget: () => void;
  /** Back to the start, with the timers that were kept. */
  reset: () => void;
};

/**
 * Time inside the isolate: it stands still while code runs and jumps to the next timer when nothing else is left to do.
 * Lists are linked objects without a prototype, because an index that is set could meet a setter of the learner's.
 * Its text is carried over with `toString`, so it can use nothing from around it.
 */
export function createClock(captured: Captured, startMs: number): Clock {
  'use strict';
  const { apply, construct, dateToString, defineProperty, expose, number, settled, then, trunc } = captured;
  const { Date: RealDate, TypeError: TheTypeError } = captured;
  type Timer = {
    id: number;
    dueMs: number;
    everyMs: number;
    run: (...rest: unknown[]) => unknown;
    rest: unknown[];
    next: Timer | null;
  };
  let nowMs = startMs;
  let reads = 0;
  let lastId = 0;
  let first: Timer | null = null;
  let kept: Timer | null = null;

  const readClock = (): number => {
    // Waiting in a loop for the time to pass must end: ten thousand reads in a row take a millisecond.
    if (++reads % 10_000 === 0) nowMs++;
    return nowMs;
  };
  const insert = (timer: Timer): void => {
    if (first === null || timer.dueMs < first.dueMs) {
      timer.next = first;
      first = timer;
      return;
    }
    let before = first;
    while (before.next !== null && before.next.dueMs <= timer.dueMs) before = before.next;
    timer.next = before.next;
    before.next = timer;
  };
  const requireFunction = (run: unknown): void => {
    if (typeof run !== 'function') throw new TheTypeError('The "callback" argument must be of type function.');
  };
  const addTimer = (run: unknown, delay: unknown, rest: unknown[], repeats: boolean): number => {
    requireFunction(run);
    const wanted = number(delay);
    // Node's rule: anything that is no delay of at least a millisecond is one millisecond.
    const delayMs = wanted >= 1 && wanted <= 2 ** 31 - 1 ? trunc(wanted) : 1;
    const timer = {
      __proto__: null,
      id: ++lastId,
      dueMs: nowMs + delayMs,
      everyMs: repeats ? delayMs : 0,
      run,
      rest,
      next: null,
    } as unknown as Timer;
    insert(timer);
    return timer.id;
  };
  const removeTimer = (id: unknown): void => {
    if (first !== null && first.id === id) {
      first = first.next;
      return;
    }
    for (let before = first; before !== null; before = before.next) {
      if (before.next !== null && before.next.id === id) {
        before.next = before.next.next;
        return;
      }
    }
  };
  const copyTimers = (list: Timer | null): Timer | null => {
    const head = { __proto__: null, next: null } as unknown as Timer;
    let tail = head;
    for (let timer = list; timer !== null; timer = timer.next) {
      const { id, dueMs, everyMs, run, rest } = timer;
      tail = tail.next = { __proto__: null, id, dueMs, everyMs, run, rest, next: null } as unknown as Timer;
    }
    return head.next;
  };

  expose('setTimeout', (run: unknown, delay?: unknown, ...rest: unknown[]) => addTimer(run, delay, rest, false));
  expose('setInterval', (run: unknown, delay?: unknown, ...rest: unknown[]) => addTimer(run, delay, rest, true));
  expose('clearTimeout', (id: unknown) => removeTimer(id));
  expose('clearInterval', (id: unknown) => removeTimer(id));
  expose('queueMicrotask', (run: unknown) => {
    requireFunction(run);
    then(settled, () => void apply(run, undefined, []));
  });
  const VirtualDate = function (...parts: unknown[]): unknown {
    if (new.target === undefined) return dateToString(new RealDate(readClock()));
    return construct(RealDate, parts.length === 0 ? [readClock()] : parts, new.target);
  };
  defineProperty(VirtualDate, 'name', { value: 'Date' });
  defineProperty(VirtualDate, 'length', { value: 7 });
  defineProperty(VirtualDate, 'prototype', { value: RealDate.prototype, writable: false });
  for (const [name, value] of [
    ['now', readClock],
    ['parse', RealDate.parse],
    ['UTC', RealDate.UTC],
  ] as const) {
    defineProperty(VirtualDate, name, { value, writable: true, configurable: true, enumerable: false });
  }
  defineProperty(RealDate.prototype, 'constructor', { value: VirtualDate });
  expose('Date', VirtualDate);

  return {
    fireNext: () => {
      const timer = first;
      if (timer === null) return false;
      first = timer.next;
      if (timer.dueMs > nowMs) nowMs = timer.dueMs;
      reads = 0;
      if (timer.everyMs > 0) {
        timer.dueMs = nowMs + timer.everyMs;
        insert(timer);
      }
      apply(timer.run, undefined, timer.rest);
      return true;
    },
    nowMs: () => nowMs,
    nextDueMs: () => (first === null ? Infinity : first.dueMs),
    moveTo: (laterMs) => {
      if (laterMs > nowMs) nowMs = laterMs;
    },
    keepTimers: () => void (kept = copyTimers(first)),
    forget: () => {
      kept = null;
      first = null;
      nowMs = startMs;
      reads = 0;
    },
    reset: () => {
      first = copyTimers(kept);
      nowMs = startMs;
      reads = 0;
    },
  };
}
