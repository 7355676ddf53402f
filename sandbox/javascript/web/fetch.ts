import { DOMException } from './events.ts';
import type { HostCalls } from './host-calls.ts';
import type { createMessages, RequestInit } from './messages.ts';

type Messages = ReturnType<typeof createMessages>;
type Reply = { status: number; headers: [string, string][]; body: string; latencyMs: number; fails?: Failure };
type Failure = { message: string; code: string };

/** Reaches the upstreams that a test has declared, and nothing else. Their time passes on the virtual clock. */
export function createFetch({ call }: HostCalls, { Request, Response }: Messages) {
  return async function fetch(input: string | URL | InstanceType<Messages['Request']>, init?: RequestInit) {
    const request = new Request(input, init);
    const { signal, url, method } = request;
    signal.throwIfAborted();
    const body = await request.text();
    const calling = call('fetch', { method, url, headers: [...request.headers], body }) as Promise<Reply>;
    const { status, headers, body: text, latencyMs, fails } = await calling;
    await passed(latencyMs, signal);
    if (fails !== undefined) {
      const cause = Object.assign(new Error(fails.message), { code: fails.code });
      throw new TypeError('fetch failed', { cause });
    }
    const isBodyless = text === '' && [204, 205, 304].includes(status);
    return new Response(isBodyless ? null : text, { status, headers });
  };
}

function passed(delayMs: number, signal: AbortSignalLike): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal.reason ?? new DOMException('This operation was aborted', 'AbortError'));
    };
    if (signal.aborted) return abort();
    const timer = delayMs > 0 ? setTimeout(done, delayMs) : undefined;
    signal.addEventListener('abort', abort, { once: true });
    if (timer === undefined) done();
    function done(): void {
      signal.removeEventListener('abort', abort);
      resolve();
    }
  });
}

type AbortSignalLike = InstanceType<Messages['Request']>['signal'];
