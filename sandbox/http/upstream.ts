import { z } from 'zod';
import { exerciseFault } from '../faults.ts';

/** What a test declares of another service that the learner's code calls. */
export type UpstreamReply = {
  status?: number;
  headers?: Record<string, string>;
  json?: unknown;
  body?: string;
  /** On the guest's clock. */
  latencyMs?: number;
  fails?: 'refused' | 'reset' | 'timeout';
  /** Answers so often; then the next reply that was declared for the same request takes over. */
  times?: number;
};

export type UpstreamCall = {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
  json: unknown;
  /** On the guest's clock. */
  atMs: number;
};

export type Upstream = {
  reply: (method: string, url: string, reply?: UpstreamReply) => void;
  calls: () => UpstreamCall[];
};

type Declared = { method: string; url: URL; reply: UpstreamReply; left: number };

const callSchema = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
});

/** As undici gives up on an answer whose head does not come. */
const silentMs = 300_000;

const failures = {
  refused: { message: 'connect ECONNREFUSED', code: 'ECONNREFUSED', afterMs: 0 },
  reset: { message: 'read ECONNRESET', code: 'ECONNRESET', afterMs: 0 },
  timeout: { message: 'Headers Timeout Error', code: 'UND_ERR_HEADERS_TIMEOUT', afterMs: silentMs },
};

/** The services behind the learner's, made up by one test: there is no network. */
export function createUpstream(): { upstream: Upstream; answer: (payload: string, atMs: number) => string } {
  const declared: Declared[] = [];
  const calls: UpstreamCall[] = [];
  return {
    upstream: {
      reply: (method, url, reply = {}) => {
        if (!URL.canParse(url))
          throw exerciseFault(`upstream.reply needs a whole URL, such as https://rates.test/eur, not ${url}.`);
        declared.push({ method: method.toUpperCase(), url: new URL(url), reply, left: reply.times ?? Infinity });
      },
      calls: () => structuredClone(calls),
    },
    answer: (payload, atMs) => {
      const { method, url, headers, body } = callSchema.parse(JSON.parse(payload));
      calls.push({ method, url, headers: Object.fromEntries(headers), body, json: parsed(body), atMs });
      const wanted = new URL(url);
      const found = declared.find((one) => one.left > 0 && one.method === method && isSame(one.url, wanted));
      if (found === undefined) return JSON.stringify({ error: unknownUrl(method, url, declared) });
      found.left--;
      return JSON.stringify({ value: answerOf(found.reply) });
    },
  };
}

/** A declared URL without a query stands for every query. */
const isSame = (declared: URL, wanted: URL): boolean =>
  declared.origin === wanted.origin &&
  declared.pathname === wanted.pathname &&
  (declared.search === '' || declared.search === wanted.search);

function answerOf(reply: UpstreamReply): object {
  const { message, code, afterMs } = failures[reply.fails ?? 'refused'];
  const failed = reply.fails === undefined ? {} : { fails: { message, code } };
  const latencyMs = (reply.latencyMs ?? 0) + (reply.fails === undefined ? 0 : afterMs);
  const headers = Object.entries(reply.headers ?? {});
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (reply.json !== undefined && !hasType) headers.push(['content-type', 'application/json']);
  const body = reply.body ?? (reply.json === undefined ? '' : JSON.stringify(reply.json));
  return { status: reply.status ?? 200, headers, body, latencyMs, ...failed };
}

/** As `fetch` rejects, with a message that tells what to do. */
function unknownUrl(method: string, url: string, declared: Declared[]): object {
  const known = [...new Set(declared.map((one) => `${one.method} ${one.url.href}`))].slice(0, 5);
  const have = known.length === 0 ? 'No other service is there in this test.' : `What is there: ${known.join(', ')}.`;
  const shown = url.length > 200 ? `${url.slice(0, 199)}…` : url;
  return {
    name: 'TypeError',
    message: `fetch failed: nothing answers ${method} ${shown}. There is no network here; check the URL and the method against the task. ${have}`,
    cause: { message: 'getaddrinfo ENOTFOUND', code: 'ENOTFOUND' },
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
