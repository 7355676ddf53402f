import { writeCall, writeDriver } from './did.ts';
import { exerciseFault } from './faults.ts';
import type { Subject } from './javascript/protocol.ts';
import type { Answer, CallRequest, Session } from './javascript/session.ts';
import { shorten } from './literal.ts';
import type { Limits } from './limits.ts';
import { driverFile } from './messages.ts';
import { seededRandom, type Random } from './random.ts';

/** How a subject is reached. A driver runs beside the subject and captures nothing; its first argument is the exports. */
export type Reach = {
  call: (name: string, ...values: unknown[]) => Promise<unknown>;
  throws: (name: string, ...values: unknown[]) => Promise<unknown>;
  evaluate: (driver: (...values: never[]) => unknown, ...values: unknown[]) => Promise<unknown>;
};

export type Fixtures = Reach & { reference: Reach; random: Random };

/** What one test did so far. */
export type Progress = {
  did: string[];
  /** The last request: a call in the learner's words, or a driver, which has no short name. */
  asked: { call: string } | 'driver' | undefined;
  /** Time of the learner's code alone, in milliseconds. */
  usedMs: number;
  /** Requests that nobody has awaited to the end. */
  openCount: number;
  /** The last value that came back from the learner's code. */
  last: { value: unknown } | undefined;
};

type Ask = (request: Omit<CallRequest, 'subject'>, did: string[]) => Promise<unknown>;

/** What all tests of a submission share. */
export type Bench = { session: Session; limits: Limits; seed: number; loadReference: () => Promise<void> };

const argumentCharsMax = 64 * 1024;

const faults = new WeakMap<Error, Answer>();

/** The answer behind an error that a fixture threw because of the learner's code; undefined for any other error. */
export const learnerFaultOf = (error: unknown): Answer | undefined =>
  error instanceof Error ? faults.get(error) : undefined;

/** The argument of one test, and the record of what it does with it. */
export function createFixtures(bench: Bench): { fixtures: Fixtures; progress: Progress } {
  const progress: Progress = { did: [], asked: undefined, usedMs: 0, openCount: 0, last: undefined };
  const reachOf = (ask: Ask): Reach => ({
    call: (name, ...values) => handled(async () => ask(byName('call', name, values), [writeCall(name, values)])),
    throws: (name, ...values) => handled(async () => ask(byName('throws', name, values), [writeCall(name, values)])),
    evaluate: (driver, ...values) =>
      handled(async () => {
        const source = sourceOf(driver);
        // With a name of its own, a frame of the driver is told from one of the learner's file.
        const target = `${source}\n//# sourceURL=${driverFile}`;
        const argumentsJson = toJson([null, ...values]);
        return ask({ how: 'evaluate', target, argumentsJson, needs: needsOf(source) }, writeDriver(source, values));
      }),
  });

  const askSubmission: Ask = async (request, did) => {
    progress.did.push(...did);
    progress.asked = request.how === 'evaluate' ? 'driver' : { call: did.join(' ') };
    progress.openCount++;
    const startedMs = performance.now();
    try {
      const leftMs = Math.max(1, Math.ceil(bench.limits.testMs - progress.usedMs));
      const answer = await bench.session.call({ subject: 'submission', ...request }, leftMs);
      if (answer.kind !== 'value') throw learnerFault(answer);
      progress.last = { value: answer.value };
      return answer.value;
    } finally {
      progress.usedMs += performance.now() - startedMs;
      progress.openCount--;
    }
  };
  const askReference: Ask = async (request) => {
    progress.openCount++;
    try {
      await bench.loadReference();
      const answer = await bench.session.call(
        { subject: 'reference' satisfies Subject, ...request },
        bench.limits.testMs,
      );
      if (answer.kind === 'value') return answer.value;
      if (answer.kind === 'ended') throw learnerFault(answer);
      const words = 'error' in answer ? `${answer.error.name}: ${answer.error.message}` : answer.kind;
      throw exerciseFault(`the reference solution did not answer ${shorten(request.target, 80)}: ${words}.`);
    } finally {
      progress.openCount--;
    }
  };
  const fixtures = { ...reachOf(askSubmission), reference: reachOf(askReference), random: seededRandom(bench.seed) };
  return { fixtures, progress };
}

/** A call that its test does not await must not bring the whole process down when it fails. */
function handled(ask: () => Promise<unknown>): Promise<never> {
  const asked = ask();
  asked.catch(() => undefined);
  return asked as Promise<never>;
}

function learnerFault(answer: Answer): Error {
  const error = new Error(`The submission answered with ${answer.kind}.`);
  faults.set(error, answer);
  return error;
}

function byName(how: 'call' | 'throws', name: string, values: unknown[]): Omit<CallRequest, 'subject'> {
  return { how, target: name, argumentsJson: toJson(values), needs: [name] };
}

function toJson(values: unknown[]): string {
  const json = JSON.stringify(values);
  if (json.length > argumentCharsMax) {
    throw exerciseFault(
      'arguments cross as JSON of at most 64 KB: build what is larger inside a driver with evaluate().',
    );
  }
  return json;
}

function sourceOf(driver: unknown): string {
  if (typeof driver !== 'function') throw exerciseFault('evaluate() takes a function that runs beside the submission.');
  const source = String(driver);
  // A method's source, `retry(fn) { … }`, is no expression on its own; `async (fn) => …` looks much like one.
  if (!/^(async\s*)?(\(|[\w$]+\s*=>|function\b)/.test(source)) {
    throw exerciseFault('a driver is an arrow function or a function expression, not a method.');
  }
  return source;
}

/** The exports that a driver takes out of its first argument: `({ retry, wait: pause, ...rest })` needs retry and wait. */
function needsOf(source: string): string[] {
  const [, list] = /^(?:async\s*)?(?:function\b[^(]*)?\(\s*\{([^{}]*)\}/.exec(source) ?? [];
  if (list === undefined) return [];
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => /^[\w$]+(\s*:\s*[\w$]+)?$/.test(entry))
    .map((entry) => entry.split(':')[0]?.trim() ?? entry);
}
