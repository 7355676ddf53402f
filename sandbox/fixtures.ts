import type { Exchange } from '#lib/verdict';
import { exerciseFault } from './faults.ts';
import { createService, type Channel, type Service } from './http/fixtures.ts';
import type { Outside } from './http/outside.ts';
import type { Subject } from './javascript/protocol.ts';
import type { Answer, CallRequest, Session } from './javascript/session.ts';
import { typescriptWords } from './javascript/words.ts';
import type { Driver, LanguageWords } from './language.ts';
import { shorten } from './literal.ts';
import type { Limits } from './limits.ts';
import { seededRandom, type Random } from './random.ts';

/** How a subject is reached. A driver runs beside the subject and captures nothing; its first argument is the exports. */
export type Reach = {
  call: (name: string, ...values: unknown[]) => Promise<unknown>;
  throws: (name: string, ...values: unknown[]) => Promise<unknown>;
  evaluate: (driver: Driver, ...values: unknown[]) => Promise<unknown>;
};

/** `language` is what the submission is written in, for the few places where the languages differ. */
export type Fixtures = Reach & {
  reference: Reach & Partial<Service>;
  random: Random;
  language: LanguageWords['language'];
  /** Of a lab: the secret of this test and what its proof planted beside it. */
  planted?: Record<string, unknown>;
} & Partial<Service>;

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
  /** It asked for random values, so that another seed may be another case. */
  drew: boolean;
};

type Ask = (request: Omit<CallRequest, 'subject'>, did: string[]) => Promise<unknown>;

/** What all tests of a submission share. */
export type Bench = {
  session: Session;
  limits: Limits;
  seed: number;
  moreSeeds?: readonly number[] | undefined;
  loadReference: () => Promise<void>;
  /** TypeScript's without it. */
  words?: LanguageWords;
  /** For a service: what lies around it. */
  outside?: Outside | undefined;
  planted?: (() => Record<string, unknown>) | undefined;
};

const argumentCharsMax = 64 * 1024;

const faults = new WeakMap<Error, Answer>();

/** The answer behind an error that a fixture threw because of the learner's code; undefined for any other error. */
export const learnerFaultOf = (error: unknown): Answer | undefined =>
  error instanceof Error ? faults.get(error) : undefined;

/** The argument of one test, and the record of what it does with it. */
export function createFixtures(bench: Bench): {
  fixtures: Fixtures;
  progress: Progress;
  exchanges: () => Exchange[];
} {
  const progress: Progress = { did: [], asked: undefined, usedMs: 0, openCount: 0, last: undefined, drew: false };
  const words = bench.words ?? typescriptWords;
  const reachOf = (ask: Ask): Reach => {
    const askByName = (how: 'call' | 'throws', given: string, values: unknown[]): Promise<unknown> => {
      const name = words.nameOf(given);
      return ask(byName(how, name, values), [words.writeCall(name, values)]);
    };
    return {
      call: (name, ...values) => handled(async () => askByName('call', name, values)),
      throws: (name, ...values) => handled(async () => askByName('throws', name, values)),
      evaluate: (driver, ...values) =>
        handled(async () => {
          const { source, target, needs } = words.readDriver(driver);
          const argumentsJson = toJson([null, ...values]);
          return ask({ how: 'evaluate', target, argumentsJson, needs }, words.writeDriver(source, values));
        }),
    };
  };

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
      const words = 'error' in answer && answer.error ? `${answer.error.name}: ${answer.error.message}` : answer.kind;
      throw exerciseFault(`the reference solution did not answer ${shorten(request.target, 80)}: ${words}.`);
    } finally {
      progress.openCount--;
    }
  };
  const { outside } = bench;
  const ofSubmission = outside && createService(outside, submissionChannel(bench, progress));
  const ofReference = outside && createService(outside, referenceChannel(bench, progress));
  const random = seededRandom(bench.seed);
  const fixtures = {
    ...reachOf(askSubmission),
    ...ofSubmission?.service,
    reference: { ...reachOf(askReference), ...ofReference?.service },
    get random() {
      progress.drew = true;
      return random;
    },
    language: words.language,
    ...(bench.planted && { planted: bench.planted() }),
  };
  return { fixtures, progress, exchanges: () => ofSubmission?.exchanges() ?? [] };
}

/** How a test's requests reach the learner's service: their time is counted, and what they did is written down. */
function submissionChannel({ session, limits }: Bench, progress: Progress): Channel {
  const counted = async (ask: (leftMs: number) => Promise<Answer>, did: string[]): Promise<Answer> => {
    progress.did.push(...did);
    progress.openCount++;
    const startedMs = performance.now();
    try {
      return await ask(Math.max(1, Math.ceil(limits.testMs - progress.usedMs)));
    } finally {
      progress.usedMs += performance.now() - startedMs;
      progress.openCount--;
    }
  };
  return {
    subject: 'submission',
    send: (requests, did) => counted((leftMs) => session.send('submission', requests, leftMs), did),
    advance: (ms, did) => counted((leftMs) => session.advance('submission', ms, leftMs), did),
    fault: (answer, asked) => {
      progress.asked = { call: asked };
      return learnerFault(answer);
    },
    note: (did) => void progress.did.push(did),
    saw: (value) => void (progress.last = { value }),
  };
}

function referenceChannel({ session, limits, loadReference }: Bench, progress: Progress): Channel {
  const counted = async (ask: () => Promise<Answer>): Promise<Answer> => {
    progress.openCount++;
    try {
      await loadReference();
      return await ask();
    } finally {
      progress.openCount--;
    }
  };
  return {
    subject: 'reference',
    send: (requests) => counted(() => session.send('reference', requests, limits.testMs)),
    advance: (ms) => counted(() => session.advance('reference', ms, limits.testMs)),
    fault: (answer, asked) => {
      if (answer.kind === 'ended') return learnerFault(answer);
      const words = 'error' in answer && answer.error ? `${answer.error.name}: ${answer.error.message}` : answer.kind;
      return exerciseFault(`the reference solution did not answer ${shorten(asked, 80)}: ${words}.`);
    },
    note: () => undefined,
    saw: () => undefined,
  };
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
