/** What `vi` needs for time; the names are those of Vitest. */
export type FakeTime = ReturnType<typeof createFakeTime>;

/**
 * Timers and `Date` of a suite: as long as nothing is faked they are the isolate's own, whose clock jumps to the next
 * timer when nothing else is left to do. Faked, they stand still until the suite advances them.
 * Its text is carried over with `toString`, so it can use nothing from around it.
 */
export function createFakeTime() {
  'use strict';
  type Run = (...rest: unknown[]) => unknown;
  type Timer = { id: number; dueMs: number; everyMs: number; run: Run; rest: unknown[] };
  const { setTimeout: realSet, setInterval: realSetEvery, clearTimeout: realClear, Date: RealDate } = globalThis;
  const { defineProperty } = Object;
  const { apply, construct } = Reflect;
  const timersMax = 10_000;
  /** Far above the ids of the isolate's own timers, so that an id tells whose it is. */
  const firstId = 1_000_000_000;

  let fakesTimers = false;
  let fakesDate = false;
  let nowMs = 0;
  let lastId = firstId;
  let timers: Timer[] = [];

  const add = (run: unknown, delay: unknown, rest: unknown[], repeats: boolean): number => {
    if (typeof run !== 'function') throw new TypeError('The "callback" argument must be of type function.');
    const wanted = Number(delay);
    const delayMs = wanted >= 1 && wanted <= 2 ** 31 - 1 ? Math.trunc(wanted) : repeats ? 1 : 0;
    const id = ++lastId;
    timers.push({ id, dueMs: nowMs + delayMs, everyMs: repeats ? delayMs : 0, run: run as Run, rest });
    return id;
  };
  const remove = (id: unknown): void => {
    if (typeof id === 'number' && id > firstId) timers = timers.filter((timer) => timer.id !== id);
    else realClear(id as number);
  };
  const next = (untilMs: number): Timer | undefined => {
    let found: Timer | undefined;
    for (const timer of timers) {
      if (timer.dueMs <= untilMs && (found === undefined || timer.dueMs < found.dueMs)) found = timer;
    }
    return found;
  };
  const fire = (timer: Timer): void => {
    if (timer.dueMs > nowMs) nowMs = timer.dueMs;
    if (timer.everyMs > 0) timer.dueMs = nowMs + timer.everyMs;
    else remove(timer.id);
    apply(timer.run, undefined, timer.rest);
  };
  const requireFake = (): void => {
    if (!fakesTimers)
      throw new Error(
        'A function to advance timers was called, but timers are not faked: call vi.useFakeTimers() first.',
      );
  };
  const endless = (): Error => new Error(`Aborting after running ${timersMax} timers, assuming an infinite loop!`);
  /** Lets everything go on that waits for a promise. */
  const settle = (): Promise<void> => new Promise((resolve) => void realSet(resolve, 1));

  const expose = (name: string, value: unknown): void => {
    defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  };
  const timer = (name: string, set: (run: unknown, delay?: unknown, ...rest: unknown[]) => unknown): void =>
    expose(name, set);
  timer('setTimeout', (run, delay, ...rest) =>
    fakesTimers ? add(run, delay, rest, false) : realSet(run as Run, delay as number, ...rest),
  );
  timer('setInterval', (run, delay, ...rest) =>
    fakesTimers ? add(run, delay, rest, true) : realSetEvery(run as Run, delay as number, ...rest),
  );
  expose('clearTimeout', (id: unknown) => remove(id));
  expose('clearInterval', (id: unknown) => remove(id));

  const readClock = (): number => (fakesDate ? nowMs : RealDate.now());
  const SuiteDate = function (...parts: unknown[]): unknown {
    if (new.target === undefined) return new RealDate(readClock()).toString();
    return construct(RealDate, parts.length === 0 ? [readClock()] : parts, new.target) as unknown;
  };
  defineProperty(SuiteDate, 'name', { value: 'Date' });
  defineProperty(SuiteDate, 'length', { value: 7 });
  defineProperty(SuiteDate, 'prototype', { value: RealDate.prototype, writable: false });
  for (const [name, value] of [
    ['now', readClock],
    ['parse', RealDate.parse],
    ['UTC', RealDate.UTC],
  ] as const) {
    defineProperty(SuiteDate, name, { value, writable: true, configurable: true, enumerable: false });
  }
  defineProperty(RealDate.prototype, 'constructor', { value: SuiteDate });
  expose('Date', SuiteDate);

  const toMs = (moment: unknown): number =>
    moment === undefined
      ? RealDate.now()
      : typeof moment === 'number'
        ? moment
        : new RealDate(moment as string).getTime();
  const drain = (untilMs: number): void => {
    let count = 0;
    for (let due = next(untilMs); due !== undefined; due = next(untilMs)) {
      if (++count > timersMax) throw endless();
      fire(due);
    }
  };
  const drainAsync = async (untilMs: number): Promise<void> => {
    await settle();
    let count = 0;
    for (let due = next(untilMs); due !== undefined; due = next(untilMs)) {
      if (++count > timersMax) throw endless();
      fire(due);
      await settle();
    }
  };
  const lastDueMs = (): number => timers.reduce((latest, { dueMs }) => Math.max(latest, dueMs), nowMs);

  return {
    isFaked: () => fakesTimers,
    waiting: () => timers.length,
    useFakeTimers: ({ now, toFake }: { now?: unknown; toFake?: string[] } = {}): void => {
      fakesTimers = toFake === undefined || toFake.includes('setTimeout') || toFake.includes('setInterval');
      fakesDate = toFake === undefined || toFake.includes('Date');
      timers = [];
      nowMs = toMs(now);
    },
    useRealTimers: (): void => {
      fakesTimers = false;
      fakesDate = false;
      timers = [];
    },
    setSystemTime: (moment?: unknown): void => {
      const movedMs = toMs(moment) - nowMs;
      nowMs += movedMs;
      // A timer is due after so many milliseconds, whatever the date has become.
      for (const timer of timers) timer.dueMs += movedMs;
      fakesDate = true;
    },
    getMockedSystemTime: (): unknown => (fakesDate ? new RealDate(nowMs) : null),
    getRealSystemTime: (): number => RealDate.now(),
    getTimerCount: (): number => timers.length,
    clearAllTimers: (): void => void (timers = []),
    advanceTimersByTime: (ms: number): void => {
      requireFake();
      const untilMs = nowMs + ms;
      drain(untilMs);
      nowMs = Math.max(nowMs, untilMs);
    },
    advanceTimersByTimeAsync: async (ms: number): Promise<void> => {
      requireFake();
      const untilMs = nowMs + ms;
      await drainAsync(untilMs);
      nowMs = Math.max(nowMs, untilMs);
    },
    advanceTimersToNextTimer: (): void => {
      requireFake();
      const due = next(Infinity);
      if (due !== undefined) fire(due);
    },
    advanceTimersToNextTimerAsync: async (): Promise<void> => {
      requireFake();
      await settle();
      const due = next(Infinity);
      if (due !== undefined) fire(due);
      await settle();
    },
    runAllTimers: (): void => {
      requireFake();
      drain(Infinity);
    },
    runAllTimersAsync: async (): Promise<void> => {
      requireFake();
      await drainAsync(Infinity);
    },
    runOnlyPendingTimers: (): void => {
      requireFake();
      drain(lastDueMs());
    },
    runOnlyPendingTimersAsync: async (): Promise<void> => {
      requireFake();
      await drainAsync(lastDueMs());
    },
    settle,
  };
}
