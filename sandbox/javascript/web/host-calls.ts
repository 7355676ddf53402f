import type { Captured } from '../capture.ts';

/** What the harness of the guest hands to this part of it. */
export type Harness = {
  captured: Captured;
  now: () => number;
  /** Answers at once, from outside the isolate: random bytes and URLs. */
  ask: (what: 'random' | 'url', ...texts: string[]) => string;
};

export type HostCalls = {
  /** Asks the judge, or the child, and resolves to what it answers. */
  call: (op: string, payload: unknown) => Promise<unknown>;
  /** The calls since the last time, as a JSON list; empty when there is none. */
  take: () => string;
  deliver: (id: string, answer: string) => void;
  openCount: () => number;
  forget: () => void;
};

/** Whose request the code that runs now belongs to; what it starts belongs to the same one. */
export type Owner = { current: number };

/** A call that a test's code makes beyond these is refused here; the judge ends a child that makes more. */
export const hostCallsMax = 1000;
export const openCallsMax = 100;
export const payloadCharsMax = 128 * 1024;

export function createHostCalls({ captured, now }: Harness, owner: Owner): HostCalls {
  const { parse, stringify, number } = captured;
  type Waiting = { resolve: (value: unknown) => void; reject: (reason: unknown) => void; owner: number };
  let waiting = { __proto__: null } as unknown as Record<string, Waiting | undefined>;
  let outbox = '';
  let lastId = 0;
  let made = 0;
  let open = 0;
  return {
    call: (op, payload) =>
      new Promise((resolve, reject) => {
        const json = stringify(payload);
        if (json.length > payloadCharsMax) throw new Error(`More than ${payloadCharsMax / 1024} KB in one call.`);
        if (++made > hostCallsMax) throw new Error(`More than ${hostCallsMax} calls to the outside in one test.`);
        if (open >= openCallsMax) throw new Error(`More than ${openCallsMax} calls to the outside at a time.`);
        open++;
        const id = ++lastId;
        waiting[id] = { resolve, reject, owner: owner.current };
        const fields = `"call":${id},"op":${stringify(op)},"owner":${owner.current},"atMs":${now()}`;
        outbox += `${outbox === '' ? '' : ','}{${fields},"payload":${stringify(json)}}`;
      }),
    take: () => {
      const taken = outbox;
      outbox = '';
      return taken === '' ? '' : `[${taken}]`;
    },
    deliver: (id, answer) => {
      const one = waiting[id];
      if (one === undefined) return;
      waiting[id] = undefined;
      open--;
      owner.current = number(one.owner);
      const { value, error } = parse(answer) as { value?: unknown; error?: Record<string, unknown> };
      if (error === undefined) one.resolve(value);
      else one.reject(errorOf(error));
    },
    openCount: () => open,
    forget: () => {
      waiting = { __proto__: null } as unknown as typeof waiting;
      outbox = '';
      made = 0;
      open = 0;
    },
  };
}

/** `name` decides the class; the other fields become properties, as `code` of a database error. */
function errorOf({ name, message, cause, ...fields }: Record<string, unknown>): Error {
  const options = cause === undefined ? undefined : { cause: errorOf(cause as Record<string, unknown>) };
  const error = name === 'TypeError' ? new TypeError(String(message), options) : new Error(String(message), options);
  if (name !== 'TypeError' && typeof name === 'string') {
    Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
  }
  return Object.assign(error, fields);
}
