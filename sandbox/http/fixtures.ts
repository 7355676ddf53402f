import type { Exchange } from '#lib/verdict';
import { isTooDeep } from '../depth.ts';
import { exerciseFault } from '../faults.ts';
import type { ServiceAnswer, ServiceRequest, Subject } from '../javascript/protocol.ts';
import type { Answer } from '../javascript/session.ts';
import type { FilesSeen } from '../lab/files.ts';
import type { SentMail } from '../lab/mailbox.ts';
import { literalLine, shorten } from '../literal.ts';
import { json } from '../sql/json.ts';
import { concatenatedOf, valuesOfRequest } from './concatenated.ts';
import { exchangeOf, urlOf } from './exchange.ts';
import type { Outside } from './outside.ts';
import type { SentByService } from './service-database.ts';
import type { Upstream } from './upstream.ts';

export type RequestOptions = {
  headers?: Record<string, string>;
  body?: string;
  json?: unknown;
  query?: Record<string, string | number | boolean>;
};

/** What came back, as plain data. */
export type ServiceResponse = {
  status: number;
  /** By their names in lower case. */
  headers: Record<string, string>;
  /** Each `set-cookie` on its own. */
  cookies: string[];
  body: string;
  /** Undefined when the body is no JSON. */
  json: unknown;
};

export type StatementSeen = {
  text: string;
  parameters: string[];
  /** Null where it failed. */
  rowCount: number | null;
  error?: string;
  /** A value of the request stands in the text; `concatenated.ts` says how that is decided. */
  concatenated: boolean;
};

export type Service = {
  request: (method: string, path: string, options?: RequestOptions) => Promise<ServiceResponse>;
  clock: { now: () => Promise<number>; advance: (ms: number) => Promise<number> };
  upstream: Upstream;
  db: {
    query: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[]; rowCount: number }>;
    statements: () => StatementSeen[];
  };
  /** Of a lab. */
  files: FilesSeen;
  mail: { sent: () => SentMail[] };
};

/** How the fixtures reach a subject: they count its time, and turn what is not an answer into the test's end. */
export type Channel = {
  subject: Subject;
  send: (requests: ServiceRequest[], did: string[]) => Promise<Answer>;
  advance: (ms: number, did: string[]) => Promise<Answer>;
  /** Ends the test with what the learner did, or with a fault of the exercise's for the reference. */
  fault: (answer: Answer, asked: string) => Error;
  note: (did: string) => void;
  /** What the test saw last of the learner's. */
  saw: (value: unknown) => void;
};

const requestCharsMax = 128 * 1024;

type Queued = { request: ServiceRequest; did: string; settle: (answer: Promise<ServiceAnswer>) => void };

/** The service of one subject in one test. `exchanges` is what the learner may see of it afterwards. */
export function createService(outside: Outside, channel: Channel): { service: Service; exchanges: () => Exchange[] } {
  const { subject } = channel;
  const log: { request: ServiceRequest; response: ServiceAnswer | null; statements: SentByService[] }[] = [];
  let queued: Queued[] = [];
  let last: Promise<unknown> = Promise.resolve();

  /** What is asked in one go, as with Promise.all, is sent at the same moment. */
  const flush = async (batch: Queued[]): Promise<ServiceAnswer[]> => {
    await outside.prepare(subject);
    const entries = batch.map(({ request }) => ({ request, response: null, statements: [] }) as (typeof log)[number]);
    log.push(...entries);
    const answer = await channel.send(
      batch.map(({ request }) => request),
      batch.map(({ did }) => did),
    );
    for (const statement of outside.takeStatements(subject)) {
      (entries[statement.request] ?? entries[0])?.statements.push(statement);
    }
    if (answer.kind !== 'answers') throw channel.fault(answer, batch.map(({ did }) => did).join(' and '));
    for (const [index, entry] of entries.entries()) entry.response = answer.answers[index] ?? null;
    return answer.answers;
  };
  const enqueue = (request: ServiceRequest, did: string): Promise<ServiceAnswer> =>
    new Promise((resolve) => {
      queued.push({ request, did, settle: resolve });
      if (queued.length > 1) return;
      last = last.then(async () => {
        const batch = queued;
        queued = [];
        const answers = flush(batch);
        for (const [index, { settle }] of batch.entries()) {
          const one = answers.then((all) => all[index] ?? { kind: 'no-answer' as const });
          one.catch(() => undefined);
          settle(one);
        }
        await answers.catch(() => undefined);
      });
    });

  /** What was sent after the last answer, from a timer that a handler left behind. */
  const addRest = (): void => void log.at(-1)?.statements.push(...outside.takeStatements(subject));
  const statements = (): StatementSeen[] => {
    addRest();
    const all = log.flatMap(({ statements: sent }, request) => sent.map((one) => ({ ...one, request })));
    const plain = all.filter(({ isControl }) => !isControl);
    const flags = concatenatedOf(plain, (index) => {
      const { url, headers, body } = log[index]!.request;
      return valuesOfRequest(url, headers, body);
    });
    return plain.map(({ text, parameters, rowCount, error }, index) => ({
      ...{ text, parameters, rowCount, concatenated: flags[index] ?? false },
      ...(error !== undefined && { error }),
    }));
  };
  const advance = async (ms: number): Promise<number> => {
    if (!Number.isInteger(ms) || ms < 0) throw exerciseFault('clock.advance takes a whole number of milliseconds.');
    await outside.prepare(subject);
    const answer = await channel.advance(ms, ms === 0 ? [] : [`… ${duration(ms)} pass`]);
    if (answer.kind !== 'value') throw channel.fault(answer, `waiting for ${duration(ms)}`);
    return Number(answer.value);
  };

  const service: Service = {
    request: async (method, path, options = {}) => {
      const request = requestOf(method, path, options);
      const did = describeRequest(request, options);
      const answer = await enqueue(request, did);
      if (answer.kind !== 'response') throw channel.fault(answer, did);
      const response = responseOf(answer);
      channel.saw(response);
      return response;
    },
    clock: { now: async () => advance(0), advance },
    upstream: {
      reply: (method, url, reply = {}) => {
        outside.upstream(subject).reply(method, url, reply);
        channel.note(describeReply(method, url, reply));
      },
      calls: () => outside.upstream(subject).calls(),
    },
    db: {
      query: async (text, values = []) => {
        const answer = await (await outside.database(subject)).look(text, values);
        if (answer.ok) {
          const rows = json(answer);
          return { rows, rowCount: answer.rowCount ?? rows.length };
        }
        const words = 'error' in answer ? answer.error.message : answer.end;
        // What the test asks is right, as the reference shows: it is what the service left behind that is not.
        statements();
        const hasSent = log.some((entry) => entry.statements.length > 0);
        if (hasSent) throw channel.fault({ kind: 'no-view', message: words }, 'the statements');
        throw exerciseFault(`db.query of the test failed: ${words}.`);
      },
      statements,
    },
    files: {
      write: (path, text) => outside.files(subject).write(path, text),
      read: (path) => outside.files(subject).read(path),
      list: (folder) => outside.files(subject).list(folder),
      calls: () => outside.files(subject).calls(),
    },
    mail: { sent: () => outside.mailbox(subject).sent() },
  };
  return {
    service,
    exchanges: () => {
      addRest();
      return log.map(({ request, response, statements: sent }) => exchangeOf(request, response, sent));
    },
  };
}

function requestOf(
  method: string,
  path: string,
  { headers = {}, body, json: data, query }: RequestOptions,
): ServiceRequest {
  if (!path.startsWith('/')) throw exerciseFault(`request takes a path that begins with a slash, not ${path}.`);
  const url = new URL(urlOf(path));
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.append(name, String(value));
  const text = body ?? (data === undefined ? '' : JSON.stringify(data));
  if (text.length > requestCharsMax) throw exerciseFault('a request has at most 128 KB.');
  const pairs = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as [string, string]);
  const hasType = pairs.some(([name]) => name === 'content-type');
  if (data !== undefined && !hasType) pairs.push(['content-type', 'application/json']);
  return { method: method.toUpperCase(), url: url.href, headers: pairs, body: text };
}

function responseOf(answer: Extract<ServiceAnswer, { kind: 'response' }>): ServiceResponse {
  const headers = Object.create(null) as Record<string, string>;
  for (const [name, value] of answer.headers) headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  const cookies = answer.headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value);
  return { status: answer.status, headers: { ...headers }, cookies, body: answer.body, json: parsed(answer.body) };
}

function parsed(body: string): unknown {
  try {
    const json: unknown = JSON.parse(body);
    return isTooDeep(json) ? undefined : json;
  } catch {
    return undefined;
  }
}

/** `POST /tasks { title: 'Call back' }`, and the headers that the test set. */
export function describeRequest(
  { method, url, body }: ServiceRequest,
  { headers, json: data }: RequestOptions,
): string {
  const { pathname, search } = new URL(url);
  const sent = data === undefined ? shorten(body, 160) : literalLine(data, 160);
  const set = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${shorten(value, 80)}`);
  return [
    `${method} ${shorten(pathname + search, 160)}`,
    ...(sent === '' ? [] : [sent]),
    ...(set.length === 0 ? [] : [`with ${set.join(', ')}`]),
  ].join(' ');
}

function describeReply(method: string, url: string, reply: Parameters<Upstream['reply']>[2] = {}): string {
  const failures = { refused: 'refuses the connection', reset: 'breaks the connection', timeout: 'never answers' };
  const what = reply.fails === undefined ? `answers ${reply.status ?? 200}` : failures[reply.fails];
  const after = reply.latencyMs === undefined ? '' : ` after ${duration(reply.latencyMs)}`;
  const times = reply.times === undefined ? '' : reply.times === 1 ? ', once' : `, ${reply.times} times`;
  return `given that ${method.toUpperCase()} ${shorten(url, 120)} ${what}${after}${times}`;
}

const duration = (ms: number): string => (ms >= 1000 && ms % 100 === 0 ? `${ms / 1000} s` : `${ms} ms`);
