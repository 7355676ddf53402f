import { timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import { flushCompileCache } from 'node:module';
import os from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { faultOf } from '#lib/fault';
import type { GradingEvent } from '#lib/verdict';
import { createGrader } from './grade.ts';
import { kernelLayerActive, layerNames, refusalOf } from './layers.ts';
import { limitCeilings } from './limits.ts';
import { log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createQueue } from './queue.ts';
import { createRuntimes } from './runtimes.ts';
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts';
import {
  authorizationOf,
  gradeRequestSchema,
  requestBytesMax,
  runRequestSchema,
  sendRequestSchema,
  type Health,
  type Readiness,
} from './wire.ts';

/**
 * The sandbox process. Started by the web process it listens on a unix socket in a private folder and ends when its
 * standard input closes; with SANDBOX_LISTEN=host:port and SANDBOX_TOKEN it stands alone, on a machine of its own.
 * Says one line on standard output when it can take work.
 */
const environment = z
  .object({
    SANDBOX_LISTEN: z
      .string()
      .regex(/^.+:\d+$/, 'must be host:port, such as 0.0.0.0:4100')
      .optional(),
    SANDBOX_TOKEN: z.string().min(16, 'must have at least 16 characters: it alone guards the port').optional(),
    ALLOW_WEAK_SANDBOX: z.string().optional(),
  })
  .refine((given) => given.SANDBOX_LISTEN === undefined || given.SANDBOX_TOKEN !== undefined, {
    message: 'SANDBOX_TOKEN must be set too, since SANDBOX_LISTEN is',
  })
  .parse(process.env);

const runtimes = createRuntimes();
const queue = createQueue(os.availableParallelism());
const metrics = createMetrics(queue, runtimes);
const grader = createGrader(runtimes, queue, metrics.observer);
const socketFolder = environment.SANDBOX_LISTEN === undefined ? makeSocketFolder() : null;

/** Asked to end while runs go on: they are finished, and new ones are sent elsewhere. */
let draining = false;
/** By then the first pages were asked for; somebody who runs Python before it waits for the same. */
const preparePythonMs = 5000;
/** A little longer than the longest run that an exercise may ask for. */
const drainMsMax = limitCeilings.runMs + 3000;

async function drain(): Promise<void> {
  if (draining) return;
  draining = true;
  log('info', 'draining', queue.counts());
  const untilMs = performance.now() + drainMsMax;
  const isBusy = (): boolean => queue.counts().running + queue.counts().waiting > 0;
  while (isBusy() && performance.now() < untilMs) await delay(50);
  await end(0);
}

let ending = false;
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  server.close();
  // Whatever does not end by itself is ended by the kernel when we are gone.
  const patience = setTimeout(() => process.exit(code), 3000);
  await Promise.allSettled(Object.values(runtimes).map((runtime) => runtime.dispose()));
  clearTimeout(patience);
  process.exit(code);
}
process.on('exit', () => socketFolder && removeSocketFolder(socketFolder));
// A stray promise in one exercise's tests is that exercise's fault, and no reason to end everybody's run.
process.on('unhandledRejection', (error) => log('error', 'unhandled-rejection', faultOf(error)));
process.on('SIGTERM', () => void drain());
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end(0));
if (process.argv.includes('--with-parent'))
  process.stdin
    .on('close', () => void end(0))
    .on('error', () => void end(0))
    .resume();

const server = http.createServer({ requestTimeout: 30_000 }, (request, response) => {
  void answer(request, response).catch((error: unknown) => {
    log('error', 'request-failed', { url: request.url, ...faultOf(error) });
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});

async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  if (!mayAsk(request)) {
    metrics.observer.refused('unauthorized');
    return void response.writeHead(401).end();
  }
  const route = `${request.method} ${request.url}`;
  if (route === 'GET /health') return sendJson(response, 200, health());
  if (route === 'GET /ready') {
    const found = readiness();
    return sendJson(response, found.ready ? 200 : 503, found);
  }
  if (route === 'GET /metrics') {
    return void response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.text());
  }
  if (!['POST /grade', 'POST /run', 'POST /request'].includes(route)) return void response.writeHead(404).end();

  if (draining) {
    metrics.observer.refused('draining');
    return void response.writeHead(503, { 'retry-after': '1' }).end();
  }

  const body = await readJson(request);
  // The client going away is how a run is cancelled.
  const gone = new AbortController();
  response.on('close', () => !response.writableFinished && gone.abort());
  if (route === 'POST /run') {
    const parsed = runRequestSchema.safeParse(body);
    if (!parsed.success) return refuse(response, parsed.error);
    const outcome = await grader.run(parsed.data, gone.signal).catch(unlessGone(gone.signal));
    return outcome === undefined ? void response.destroy() : sendJson(response, 200, outcome);
  }
  if (route === 'POST /request') {
    const parsed = sendRequestSchema.safeParse(body);
    if (!parsed.success) return refuse(response, parsed.error);
    const outcome = await grader.send(parsed.data, gone.signal).catch(unlessGone(gone.signal));
    return outcome === undefined ? void response.destroy() : sendJson(response, 200, outcome);
  }
  const parsed = gradeRequestSchema.safeParse(body);
  if (!parsed.success) return refuse(response, parsed.error);
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  const tell = (event: GradingEvent): void => void response.write(`${JSON.stringify(event)}\n`);
  await grader.grade(parsed.data, tell, gone.signal).catch(unlessGone(gone.signal));
  response.end();
}

function refuse(response: http.ServerResponse, error: z.ZodError): void {
  metrics.observer.refused('invalid');
  sendJson(response, 400, { problem: z.prettifyError(error) });
}

const unlessGone = (signal: AbortSignal) => (error: unknown) => {
  if (!signal.aborted) throw error;
};

function mayAsk({ headers }: http.IncomingMessage): boolean {
  const token = environment.SANDBOX_TOKEN;
  if (token === undefined || socketFolder !== null) return true;
  const given = Buffer.from(headers.authorization ?? '');
  const wanted = Buffer.from(authorizationOf(token));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function readJson(request: http.IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > requestBytesMax) {
      metrics.observer.refused('too-large');
      return undefined;
    }
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}

function sendJson(response: http.ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The port that was really taken; SANDBOX_LISTEN may say 0, for any. */
function listeningAt(): string {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return `http://${environment.SANDBOX_LISTEN?.replace(/:\d+$/, '')}:${port}`;
}

/** Whether a submission that comes now is graded without delay; PostgreSQL takes a second longer than the rest. */
function readiness(): Readiness {
  const javascript = runtimes.javascript.status();
  const missing = [
    ...(draining || ending ? ['ending'] : []),
    ...(javascript['usable'] === 0 ? ['children'] : []),
    ...(runtimes.sql.status()['server'] === 'running' ? [] : ['postgres']),
  ];
  return { ready: missing.length === 0, missing };
}

function health(): Health {
  const layers = runtimes.javascript.layers();
  return {
    status: 'ready',
    pid: process.pid,
    address: socketFolder?.socket ?? listeningAt(),
    kernelLayer: kernelLayerActive(layers),
    layers,
    walls: layerNames(layers),
    runtimes: Object.fromEntries(Object.entries(runtimes).map(([name, runtime]) => [name, runtime.status()])),
    queue: queue.counts(),
  };
}

try {
  await runtimes.javascript.boot();
  const refusal = refusalOf(runtimes.javascript.layers(), environment.ALLOW_WEAK_SANDBOX === '1');
  if (socketFolder === null && refusal !== null) throw new Error(refusal);
  // SQL takes a second longer; whoever needs it first waits for the same start.
  void runtimes.sql.boot().then(
    () => log('info', 'postgres-ready', { walls: runtimes.sql.status()['walls'] }),
    (error: unknown) => log('error', 'postgres-start-failed', { error: String(error) }),
  );
  // Written now: a process that is killed later writes nothing, and the next start would compile everything again.
  flushCompileCache();
  server.on('error', (error) => {
    log('error', 'listen-failed', { error: error.message });
    void end(1);
  });
  const ready = (): void => {
    log('info', 'ready', { walls: layerNames(runtimes.javascript.layers()) });
    process.stdout.write(`${JSON.stringify(health())}\n`);
    const prepare = (): Promise<void> =>
      runtimes.python
        .prepare()
        .catch((error: unknown) => log('error', 'python-prepare-failed', { error: String(error) }));
    setTimeout(() => void prepare(), preparePythonMs).unref();
  };
  if (socketFolder !== null) server.listen(socketFolder.socket, ready);
  else {
    const [, host = '127.0.0.1', port] = /^(.+):(\d+)$/.exec(environment.SANDBOX_LISTEN ?? '') ?? [];
    server.listen(Number(port), host, ready);
  }
} catch (error) {
  log('error', 'start-failed', { error: String(error) });
  await end(1);
}
