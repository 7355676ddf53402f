import type { ConfinedChild } from '../confined.ts';
import { isTooDeep } from '../depth.ts';
import { graceMs, type Limits } from '../limits.ts';
import { laneOf, type Lane } from './lanes.ts';
import {
  observationSchema,
  type ChildRequest,
  type Gift,
  type GuestSort,
  type HostCall,
  type Observation,
  type ServiceAnswer,
  type ServiceRequest,
  type Subject,
  type SuiteRequest,
} from './protocol.ts';

/** What came back, or how the child ended instead. After an `ended` nothing more can be asked. */
export type Answer =
  | Observation
  | Extract<ServiceAnswer, { kind: 'no-app' | 'no-response' | 'response' }>
  /** The judge could not look into the database that the service left behind. */
  | { kind: 'no-view'; message: string }
  | { kind: 'ended'; reason: 'time-limit' | 'run-limit' | 'memory-limit' | 'crashed' };

export type CallRequest = Pick<
  Extract<ChildRequest, { op: 'call' }>,
  'subject' | 'how' | 'target' | 'argumentsJson' | 'needs'
>;

/**
 * One submission in one child, seen from the judge. Requests run one after another, each under its own wall clock; those
 * to a service run while the exploit that sends them waits.
 */
export type Session = {
  load: (subject: Subject, file: string, source: string, how?: LoadOptions) => Promise<Answer>;
  call: (request: CallRequest, timeoutMs: number) => Promise<Answer>;
  /** Sends requests to the subject's service at the same moment. */
  send: (subject: Subject, requests: ServiceRequest[], timeoutMs: number) => Promise<Answer>;
  /** Lets time pass on the subject's clock. */
  advance: (subject: Subject, ms: number, timeoutMs: number) => Promise<Answer>;
  /** Runs a learner's suite against one implementation. */
  runSuite: (request: SuiteRequest) => Promise<Answer>;
  /** Who answers what guests ask of the outside. */
  onHostCall: (listener: (call: HostCall) => void) => void;
  answerHostCall: (call: Pick<HostCall, 'subject' | 'call'>, answer: string) => void;
  tellBlocked: (subject: Subject, calls: number[]) => void;
  /** The guest does what no guest does: its child is ended, as one that was taken over. */
  distrust: () => void;
  /** Ends a test: what was printed in it, while the next request begins with a fresh clock. */
  endTest: () => string;
  /** The most that the submission's heap held after any request; undefined where it is not measured. */
  memoryKb: () => number | undefined;
  /** Null while the child can be asked. */
  end: () => Extract<Answer, { kind: 'ended' }> | null;
  /** To be called before the child is given back. One that is still at work is ended. */
  close: () => void;
};

export type LoadOptions = { drain?: boolean; guest?: GuestSort; gifts?: Gift[]; modules?: readonly string[] };

/** Before its limits begin, an isolate for a suite has to be started. */
const startMsMax = 5000;

type Unnumbered<Request> = Request extends { id: number } ? Omit<Request, 'id'> : never;

export function openSession(child: ConfinedChild, limits: Limits, signal: AbortSignal): Session {
  let lastId = 0;
  let end: Extract<Answer, { kind: 'ended' }> | null = null;
  let reasonOfKill: 'time-limit' | 'run-limit' | null = null;
  const pending = new Map<number, (answer: Answer) => void>();
  let printed = '';
  let heapKbMax: number | undefined;
  let beginsTest = true;

  const killFor = (reason: 'time-limit' | 'run-limit'): void => {
    reasonOfKill ??= reason;
    child.kill();
  };
  let onHostCall: (call: HostCall) => void = () => child.kill();
  child.onEvent((event) => {
    if (event.type === 'call') return onHostCall(event);
    if (event.type !== 'reply') return;
    const observation = parseObservation(event.observation);
    // A child that answers something else has been taken over; it is ended, and counts as one that crashed.
    if (observation === null) return child.kill();
    printed += event.console;
    if (event.heapKb !== undefined) heapKbMax = Math.max(heapKbMax ?? 0, event.heapKb);
    if (event.ends === true) {
      end = { kind: 'ended', reason: observation.kind === 'time-limit' ? 'time-limit' : 'crashed' };
      child.kill();
    }
    pending.get(event.id)?.(observation);
    pending.delete(event.id);
  });
  void child.ended.then(({ reason }) => {
    end ??= { kind: 'ended', reason: reason === 'killed' ? (reasonOfKill ?? 'crashed') : reason };
    for (const settle of pending.values()) settle(end);
    pending.clear();
  });
  const runTimer = setTimeout(() => killFor('run-limit'), limits.runMs);
  const onAbort = (): void => child.kill();
  signal.addEventListener('abort', onAbort);

  const queues: Record<Lane, Promise<unknown>> = { exploit: Promise.resolve(), others: Promise.resolve() };
  const ask = (request: Unnumbered<ChildRequest>, timeoutMs: number): Promise<Answer> => {
    const lane = laneOf(request);
    const answered = queues[lane].then(() => {
      if (end !== null) return end;
      const id = ++lastId;
      return new Promise<Answer>((resolve) => {
        const timer = setTimeout(() => killFor('time-limit'), timeoutMs + graceMs);
        pending.set(id, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
        child.send({ ...request, id } as ChildRequest);
      });
    });
    queues[lane] = answered;
    return answered;
  };
  const isFirst = (): boolean => {
    const first = beginsTest;
    beginsTest = false;
    return first;
  };
  const tell = (message: Extract<ChildRequest, { id: 0 }>): void => {
    if (end === null) child.send(message);
  };
  return {
    load: (subject, file, source, { drain = false, guest = 'plain', gifts = [], modules = [] } = {}) => {
      const timeoutMs = drain ? limits.runMs - graceMs : limits.loadMs;
      const { memoryMb } = limits;
      const request = { op: 'load', subject, file, source, timeoutMs, memoryMb, guest, gifts, drain } as const;
      return ask({ ...request, modules: [...modules] }, timeoutMs);
    },
    call: (request, timeoutMs) => ask({ op: 'call', ...request, beginsTest: isFirst(), timeoutMs }, timeoutMs),
    send: (subject, requests, timeoutMs) =>
      ask({ op: 'requests', subject, requests, beginsTest: isFirst(), timeoutMs }, timeoutMs),
    advance: (subject, ms, timeoutMs) =>
      ask({ op: 'advance', subject, ms, beginsTest: isFirst(), timeoutMs }, timeoutMs),
    runSuite: (request) => ask({ op: 'suite', ...request }, request.loadMs * 2 + request.runMs + startMsMax),
    onHostCall: (listener) => void (onHostCall = listener),
    answerHostCall: ({ subject, call }, answer) => tell({ id: 0, op: 'answer', subject, call, answer }),
    tellBlocked: (subject, calls) => tell({ id: 0, op: 'blocked', subject, calls }),
    distrust: () => {
      if (end === null) child.kill();
    },
    endTest: () => {
      const text = printed;
      printed = '';
      beginsTest = true;
      return text;
    },
    memoryKb: () => heapKbMax,
    end: () => end,
    close: () => {
      clearTimeout(runTimer);
      signal.removeEventListener('abort', onAbort);
      // The child is somebody else's from here on: nothing late is asked of it, answered or ended for.
      end ??= { kind: 'ended', reason: 'crashed' };
      // What no test has waited for is still at work in it, and its clock would end the next submission.
      if (pending.size > 0) child.kill();
    },
  };
}

function parseObservation(text: string): Observation | null {
  try {
    const observation = observationSchema.parse(JSON.parse(text));
    return 'value' in observation && isTooDeep(observation.value) ? { kind: 'output-limit' } : observation;
  } catch {
    return null;
  }
}
