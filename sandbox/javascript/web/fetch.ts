import { DOMException } from './events.ts';
import type { HostCalls } from './host-calls.ts';
import type { createMessages, RequestInit } from './messages.ts';

type Messages = ReturnType<typeof createMessages>;
type Reply = { status: number; headers: [string, string][]; body: string; latencyMs: number; fails?: Failure };
type Failure = { message: string; code: string };

type RedirectInit = RequestInit & { redirect?: 'follow' | 'manual' | 'error' };
type Wanted = { method: string; url: string; headers: InstanceType<Messages['Request']>['headers']; body: string };

const redirectStatuses = [301, 302, 303, 307, 308];
const redirectsMax = 20;

/** Reaches the upstreams that a test has declared, and nothing else. Their time passes on the virtual clock. */
export function createFetch(
  { call }: HostCalls,
  { Request, Response }: Messages,
  resolveUrl: (url: string, base: string) => string,
) {
  const ask = async ({ method, url, headers, body }: Wanted, signal: AbortSignalLike): Promise<Reply> => {
    const calling = call('fetch', { method, url, headers: [...headers], body }) as Promise<Reply>;
    const reply = await calling;
    await passed(reply.latencyMs, signal);
    if (reply.fails !== undefined) throw failed(reply.fails.message, reply.fails.code);
    return reply;
  };
  return async function fetch(input: string | URL | InstanceType<Messages['Request']>, init?: RedirectInit) {
    const request = new Request(input, init);
    const { signal, url, method, headers } = request;
    signal.throwIfAborted();
    let wanted: Wanted = { method, url, headers, body: await request.text() };
    for (let redirects = 0; ; redirects++) {
      const reply = await ask(wanted, signal);
      const [, location] = reply.headers.find(([name]) => name.toLowerCase() === 'location') ?? [];
      const leadsOn = redirectStatuses.includes(reply.status) && location !== undefined && init?.redirect !== 'manual';
      if (leadsOn && init?.redirect === 'error') throw failed('unexpected redirect');
      if (leadsOn && redirects === redirectsMax) throw failed('redirect count exceeded');
      if (leadsOn) {
        wanted = redirected(wanted, reply.status, resolveUrl(location, wanted.url));
        continue;
      }
      const isBodyless = reply.body === '' && [204, 205, 304].includes(reply.status);
      const response = new Response(isBodyless ? null : reply.body, { status: reply.status, headers: reply.headers });
      const facts = { url: wanted.url, redirected: redirects > 0 };
      for (const [name, value] of Object.entries(facts)) Object.defineProperty(response, name, { value });
      return response;
    }
  };
}

/** As the Fetch Standard has it: what was a POST becomes a GET after 301 to 303, and another origin gets no credentials. */
function redirected({ method, url, headers, body }: Wanted, status: number, to: string): Wanted {
  if (!/^https?:/.test(to)) throw failed('URL scheme must be a HTTP(S) scheme');
  const isPost = method === 'POST';
  const becomesGet = status === 303 ? method !== 'GET' && method !== 'HEAD' : status < 303 && isPost;
  const gone = becomesGet ? ['content-type', 'content-length', 'content-encoding', 'content-language'] : [];
  const originOf = (one: string): string => one.split('/').slice(0, 3).join('/');
  if (originOf(to) !== originOf(url)) gone.push('authorization', 'cookie');
  for (const name of gone) headers.delete(name);
  return { method: becomesGet ? 'GET' : method, url: to, headers, body: becomesGet ? '' : body };
}

function failed(message: string, code?: string): TypeError {
  const cause = Object.assign(new Error(message), code === undefined ? {} : { code });
  return new TypeError('fetch failed', { cause });
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
