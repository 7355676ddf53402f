import type { ConfinedChild } from '../confined.ts';
import { graceMs, type Limits } from '../limits.ts';
import { observationSchema, type ChildRequest, type Observation, type Subject } from './protocol.ts';

/** What came back, or how the child ended instead. After an `ended` nothing more can be asked. */
export type Answer = Observation | { kind: 'ended'; reason: 'time-limit' | 'run-limit' | 'memory-limit' | 'crashed' };

export type CallRequest = Pick<
  Extract<ChildRequest, { op: 'call' }>,
  'subject' | 'how' | 'target' | 'argumentsJson' | 'needs'
>;

/** One submission in one child, seen from the judge. Requests run one after another, each under its own wall clock. */
export type Session = {
  load: (subject: Subject, file: string, source: string, drain?: boolean) => Promise<Answer>;
  call: (request: CallRequest, timeoutMs: number) => Promise<Answer>;
  /** Ends a test: what was printed in it, while the next request begins with a fresh clock. */
  endTest: () => string;
  /** Null while the child lives. */
  end: () => Extract<Answer, { kind: 'ended' }> | null;
  close: () => void;
};

type Unnumbered<Request> = Request extends { id: number } ? Omit<Request, 'id'> : never;

export function openSession(child: ConfinedChild, limits: Limits, signal: AbortSignal): Session {
  let lastId = 0;
  let end: Extract<Answer, { kind: 'ended' }> | null = null;
  let reasonOfKill: 'time-limit' | 'run-limit' | null = null;
  const pending = new Map<number, (answer: Answer) => void>();
  let printed = '';
  let beginsTest = true;

  const killFor = (reason: 'time-limit' | 'run-limit'): void => {
    reasonOfKill ??= reason;
    child.kill();
  };
  child.onEvent((event) => {
    if (event.type !== 'reply') return;
    const observation = parseObservation(event.observation);
    // A child that answers something else has been taken over; it is ended, and counts as one that crashed.
    if (observation === null) return child.kill();
    printed += event.console;
    pending.get(event.id)?.(observation);
    pending.delete(event.id);
  });
  void child.ended.then(({ reason }) => {
    end = { kind: 'ended', reason: reason === 'killed' ? (reasonOfKill ?? 'crashed') : reason };
    for (const settle of pending.values()) settle(end);
    pending.clear();
  });
  const runTimer = setTimeout(() => killFor('run-limit'), limits.runMs);
  const onAbort = (): void => child.kill();
  signal.addEventListener('abort', onAbort);

  let queue: Promise<unknown> = Promise.resolve();
  const ask = (request: Unnumbered<ChildRequest>, timeoutMs: number): Promise<Answer> => {
    const answered = queue.then(() => {
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
    queue = answered;
    return answered;
  };
  return {
    load: (subject, file, source, drain = false) => {
      const timeoutMs = drain ? limits.runMs - graceMs : limits.loadMs;
      return ask({ op: 'load', subject, file, source, timeoutMs, memoryMb: limits.memoryMb, drain }, timeoutMs);
    },
    call: (request, timeoutMs) => {
      const first = beginsTest;
      beginsTest = false;
      return ask({ op: 'call', ...request, beginsTest: first, timeoutMs }, timeoutMs);
    },
    endTest: () => {
      const text = printed;
      printed = '';
      beginsTest = true;
      return text;
    },
    end: () => end,
    close: () => {
      clearTimeout(runTimer);
      signal.removeEventListener('abort', onAbort);
    },
  };
}

function parseObservation(text: string): Observation | null {
  try {
    return observationSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
