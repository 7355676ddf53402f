import { Body, FormData } from './body.ts';
import { structuredClone } from './clone.ts';
import { createCrypto } from './crypto.ts';
import { createDatabase } from './database.ts';
import { fromBase64, TextDecoder, TextEncoder, toBase64 } from './encoding.ts';
import { AbortController, AbortSignal, DOMException, Event, EventTarget } from './events.ts';
import { createFakes, createRequest } from './fakes.ts';
import { createFetch } from './fetch.ts';
import { Headers } from './headers.ts';
import { createHostCalls, type Harness, type Owner } from './host-calls.ts';
import { createMessages } from './messages.ts';
import { createService, type ServiceHarness } from './service.ts';
import { ReadableStream } from './streams.ts';
import { createUrl, URLSearchParams } from './url.ts';

export type { Harness } from './host-calls.ts';
type Require = (name: string) => unknown;
type Define = (name: string, exports: object) => void;

/** What a learner's file may import; everything else is refused when it is transpiled. */
export function startWeb(harness: Harness & ServiceHarness, requireModule: Require, define: Define) {
  const { expose, parse, stringify } = harness.captured;
  const owner: Owner = { current: -1 };
  const calls = createHostCalls(harness, owner);
  const URL = createUrl((url, base, change, value) => harness.ask('url', url, base, change, value));
  const messages = createMessages((url) => new URL(url).href);
  const { Request, Response } = messages;

  const globals = {
    TextEncoder,
    TextDecoder,
    Event,
    EventTarget,
    DOMException,
    AbortController,
    AbortSignal,
    Headers,
    Request,
    Response,
    FormData,
    ReadableStream,
    URL,
    URLSearchParams,
    structuredClone,
    fetch: createFetch(calls, messages, (url, base) => new URL(url, base).href),
    ...createCrypto(harness, calls),
    performance: { now: () => harness.now() - harness.startMs },
    btoa: (text: string): string => {
      const units = [...Array(String(text).length).keys()].map((index) => String(text).charCodeAt(index));
      if (units.some((unit) => unit > 255)) throw new DOMException('Invalid character', 'InvalidCharacterError');
      return toBase64(Uint8Array.from(units));
    },
    atob: (text: string): string => {
      const bytes = fromBase64(String(text));
      if (bytes === undefined) {
        throw new DOMException('The string to be decoded is not correctly encoded.', 'InvalidCharacterError');
      }
      return [...bytes].map((byte) => String.fromCharCode(byte)).join('');
    },
  };
  for (const [name, value] of Object.entries(globals)) expose(name, value);
  expose('globalThis', globalThis);
  ownTimers(harness, owner);
  tellPlaces(harness);

  const gifts = {
    db: { db: createDatabase(calls) },
    fakes: createFakes(calls),
    request: { request: createRequest(calls) },
  };
  expose('require', requireModule);
  const service = createService(harness, messages, owner);
  return {
    __proto__: null,
    ...service,
    takeCalls: () => calls.take(),
    deliver: (id: string, answer: string) => {
      calls.deliver(id, answer);
      return '';
    },
    forget: () => {
      calls.forget();
      return '';
    },
    allow: (json: string) => {
      const given = {};
      for (const name of parse(json) as (keyof typeof gifts)[]) Object.assign(given, gifts[name]);
      define('underpin', given);
      return stringify(true);
    },
  };
}

/** What a timer starts belongs to the request that set it. */
function ownTimers({ captured }: Harness, owner: Owner): void {
  const { apply, expose } = captured;
  for (const name of ['setTimeout', 'setInterval', 'queueMicrotask'] as const) {
    const set = globalThis[name] as (...parts: unknown[]) => unknown;
    expose(name, (run: unknown, ...rest: unknown[]) => {
      const mine = owner.current;
      if (typeof run !== 'function') return set(run, ...rest);
      const owned = (...values: unknown[]): unknown => {
        owner.current = mine;
        return apply(run, undefined, values);
      };
      return set(owned, ...rest);
    });
  }
}

/** Hono prints an error that nothing caught and answers 500; here the learner's line stands beside it. */
function tellPlaces({ captured }: Harness): void {
  const { isError, text } = captured;
  const printer = console as unknown as Record<'error' | 'warn', (...values: unknown[]) => void>;
  for (const name of ['error', 'warn'] as const) {
    const print = printer[name];
    printer[name] = (...values) => print(...values.map(withPlace));
  }
  function withPlace(value: unknown): unknown {
    if (!isError(value)) return value;
    const { name, message, stack } = value as Error;
    const [place] = /(?:solution|service)\.ts:\d+/.exec(text(stack)) ?? [];
    return place === undefined ? value : `${name}: ${message} (${place.replace(':', ', line ')})`;
  }
}

export { Body };
