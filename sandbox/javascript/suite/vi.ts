import type { FakeTime } from './fake-time.ts';
import type { SuiteLibrary } from './start.ts';

/** `vi`, and `jest` for those who are used to it. Its text is carried over with `toString`, so it can use nothing from around it. */
export function createVi(spy: SuiteLibrary['spy'], time: FakeTime): Record<string, unknown> {
  'use strict';
  const { isFaked, settle, waiting: _waiting, ...timeFunctions } = time;
  const stubbed = new Map<string, PropertyDescriptor | undefined>();
  const absent = (name: string, why: string) => (): never => {
    throw new Error(`vi.${name} is not available here: ${why}`);
  };
  const noModules = 'there is one module beside your tests, ./subject, and it is what you test.';
  /** Ends with the value once `attempt` gives one; timers that are faked are advanced meanwhile. */
  const poll = async (attempt: () => Promise<unknown>, options: unknown): Promise<unknown> => {
    const { timeout = 1000, interval = 50 } =
      typeof options === 'number' ? { timeout: options } : ((options ?? {}) as { timeout?: number; interval?: number });
    for (let passedMs = 0; ; passedMs += interval) {
      try {
        return await attempt();
      } catch (error) {
        if (passedMs >= timeout) throw error;
      }
      if (isFaked()) await time.advanceTimersByTimeAsync(interval);
      else await new Promise((resolve) => void setTimeout(resolve, interval));
    }
  };
  const vi: Record<string, unknown> = {
    ...spy,
    isFakeTimers: isFaked,
    mocked: (value: unknown) => value,
    stubGlobal: (name: string, value: unknown) => {
      if (!stubbed.has(name)) stubbed.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
      Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
      return vi;
    },
    unstubAllGlobals: () => {
      for (const [name, descriptor] of stubbed) {
        if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
        else Object.defineProperty(globalThis, name, descriptor);
      }
      stubbed.clear();
      return vi;
    },
    waitFor: (attempt: () => unknown, options: unknown) => poll(async () => attempt(), options),
    waitUntil: (attempt: () => unknown, options: unknown) =>
      poll(async () => {
        const value = await attempt();
        if (!value) throw new Error('Timed out in waitUntil!');
        return value;
      }, options),
    runAllTicks: () => vi,
    resetModules: () => vi,
    hoisted: (make: () => unknown) => make(),
  };
  for (const [name, run] of Object.entries(timeFunctions) as [string, (...given: unknown[]) => unknown][]) {
    const isQuestion = name.startsWith('get');
    vi[name] = (...given: unknown[]) => {
      const result = run(...given);
      if (isQuestion) return result;
      return result instanceof Promise ? result.then(() => vi) : vi;
    };
  }
  for (const name of ['clearAllMocks', 'resetAllMocks', 'restoreAllMocks']) {
    const run = spy[name as 'clearAllMocks'] as () => void;
    vi[name] = () => {
      run();
      return vi;
    };
  }
  for (const name of ['mock', 'doMock', 'unmock', 'doUnmock', 'importActual', 'importMock'])
    vi[name] = absent(name, noModules);
  vi.stubEnv = absent('stubEnv', 'code has no environment variables in this sandbox.');
  void settle;
  return vi;
}
