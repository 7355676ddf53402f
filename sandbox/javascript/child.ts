import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import type * as IsolatedVm from 'isolated-vm';
import { guestFunctions, guestSource, idle, type GuestFunction, type GuestSettings } from './guest.ts';
import { laneOf, type Lane } from './lanes.ts';
import { createMail, databaseOps, idleOp, type Mail } from './mail.ts';
import type { ChildRequest, GuestSort, HostCall, Subject } from './protocol.ts';
import { createSuiteHost } from './suite-host.ts';
import { transpile } from './transpile.ts';
import { createAsk, doCrypto } from './web-host.ts';
import { webModules } from './web-modules.ts';

/**
 * The confined process. It knows inputs only, never an expected value. One submission at a time: each subject gets a
 * fresh isolate, and the next one is booted while nobody waits.
 */
type Settings = GuestSettings & { addon: string; webBundle: string; rssMbMax: number; memoryMb: number };
const settings = JSON.parse(process.argv[2] ?? '{}') as Settings;

// The package's own loader looks around on disk, which --permission refuses.
const { ivm } = createRequire(import.meta.url)(settings.addon) as { ivm: typeof IsolatedVm };

const channel = 3;
const say = (event: object): void => void socket.write(`${JSON.stringify(event)}\n`);
const socket = new net.Socket({ fd: channel, readable: true, writable: true });

/** Written synchronously, because nothing more is promised to run; SIGKILL, because a polite exit can crash by now. */
function die(): void {
  try {
    fs.writeSync(channel, '{"type":"dying","reason":"memory-limit"}\n');
  } catch {
    // The other side is gone or full; it sees the exit in any case.
  }
  process.kill(process.pid, 'SIGKILL');
}

const suites = createSuiteHost({
  ivm,
  bundleFile: path.join(import.meta.dirname, 'suite-guest.txt'),
  settings: {
    startMs: settings.startMs,
    resultCharsMax: settings.resultCharsMax,
    consoleCharsMax: settings.consoleCharsMax,
    consoleLinesMax: settings.consoleLinesMax,
  },
  transpile,
  die,
});

let rssMbMax = settings.rssMbMax;
setInterval(() => {
  if (process.memoryUsage.rss() > rssMbMax * 2 ** 20) die();
}, 20);

type Booted = {
  isolate: IsolatedVm.Isolate;
  memoryMb: number;
  sort: GuestSort;
  /** Answers of the judge that have come and are not yet delivered, for a guest with the web. */
  mail: Mail;
  call: (name: GuestFunction, parts: string[], timeoutMs: number) => Promise<string>;
};
const bootSource = guestSource(settings);

/**
 * These run on a thread of their own, so that ours goes on watching the memory meanwhile. For the others the way there
 * and back would take longer than the work: ten tests take half the time without it.
 */
const runsTheirCode = new Set<GuestFunction>([
  'load',
  'reload',
  'begin',
  'beginRequest',
  'step',
  'pass',
  'deliver',
  'giveUp',
]);

let webText: string | undefined;
let webCache: IsolatedVm.ExternalCopy<ArrayBuffer> | undefined;

/** Compiled once in each child; later isolates take it from the cache. */
async function webGuest(isolate: IsolatedVm.Isolate, context: IsolatedVm.Context): Promise<IsolatedVm.Reference> {
  webText ??= fs.readFileSync(settings.webBundle, 'utf8');
  const how = webCache === undefined ? { produceCachedData: true } : { cachedData: webCache };
  const script = await isolate.compileScript(webText, { filename: 'web-guest', ...how });
  webCache ??= (script as { cachedData?: IsolatedVm.ExternalCopy<ArrayBuffer> }).cachedData;
  return (await script.run(context, { reference: true })) as IsolatedVm.Reference;
}

async function boot(memoryMb: number, sort: GuestSort): Promise<Booted> {
  const isolate = new ivm.Isolate({ memoryLimit: memoryMb, onCatastrophicError: die });
  const context = await isolate.createContext();
  const web =
    sort === 'web'
      ? [(await webGuest(isolate, context)).derefInto(), new ivm.Callback(createAsk())]
      : [undefined, undefined];
  const list = await context.evalClosure(bootSource, web, { result: { reference: true } });
  const functions = new Map<GuestFunction, IsolatedVm.Reference>();
  for (const [index, name] of guestFunctions[sort].entries())
    functions.set(name, await list.get(index, { reference: true }));
  return {
    isolate,
    memoryMb,
    sort,
    mail: createMail(),
    call: async (name, parts, timeoutMs) => {
      const options = { timeout: Math.max(1, Math.ceil(timeoutMs)) };
      const reference = functions.get(name);
      const answer: unknown = runsTheirCode.has(name)
        ? await reference?.apply(undefined, parts, options)
        : reference?.applySync(undefined, parts, options);
      return String(answer);
    },
  };
}

/** One of each sort, so that nobody waits for an isolate. */
const spares: Record<GuestSort, Promise<Booted> | null> = { plain: boot(settings.memoryMb, 'plain'), web: null };
const subjects = new Map<Subject, Booted>();

async function take(memoryMb: number, sort: GuestSort): Promise<Booted> {
  const booted = await spares[sort];
  // The reference of a service wants one as well, and needs not wait for it.
  spares[sort] = sort === 'web' ? boot(settings.memoryMb, sort) : null;
  if (booted !== null && booted.memoryMb === memoryMb) return booted;
  booted?.isolate.dispose();
  return boot(memoryMb, sort);
}

/** An error that came out of the isolate: a limit, or a rejection that nothing handled. */
function observeFault(booted: Booted, error: unknown): string {
  if (booted.isolate.isDisposed) return '{"kind":"memory-limit"}';
  const { name, message, stack } = error as Error;
  if (message === 'Script execution timed out.') return '{"kind":"time-limit"}';
  return JSON.stringify({
    kind: 'unhandled',
    error: {
      name: String(name).slice(0, 200),
      message: String(message).slice(0, 2000),
      stack: String(stack).slice(0, 4000),
    },
  });
}

/**
 * Passes on what the guest asks of the outside, and waits for an answer while one is open: time stands still meanwhile.
 * `stalled`: what is open is answered only when the guest goes on, as a lock that it holds itself while a timer runs.
 */
async function exchangeMail(
  booted: Booted,
  deadlineMs: number,
  isIdle = false,
): Promise<'delivered' | 'stalled' | 'late' | 'none'> {
  if (booted.sort === 'plain') return 'none';
  const { mail } = booted;
  // What the answers of one step lead to is one step again.
  const taken = mail.isDelivering() ? '' : await booted.call('takeCalls', [], 200);
  const calls = taken === '' ? [] : (JSON.parse(taken) as Omit<HostCall, 'type' | 'subject' | 'more'>[]);
  let more = calls.filter(({ op }) => databaseOps.has(op)).length;
  for (const one of calls) {
    mail.open(one.call, one.op);
    if (one.op === 'crypto') {
      void doCrypto(one.payload).then((answer) => mail.put(one.call, answer));
      continue;
    }
    if (databaseOps.has(one.op)) more--;
    say({ type: 'call', subject: subjectNameOf(booted), ...one, more });
  }
  const letter = await mail.next(deadlineMs - performance.now(), isIdle);
  if (typeof letter === 'string') return letter;
  await booted.call(
    'deliver',
    [`${letter.call}`, letter.answer],
    Math.ceil(Math.max(1, deadlineMs - performance.now())),
  );
  return 'delivered';
}

/** Whoever waits for a connection of the guest's own pool then waits for ever, and should be told. */
function sayIdle(booted: Booted): void {
  const payload = `${booted.mail.size()}`;
  say({ type: 'call', subject: subjectNameOf(booted), call: 0, op: idleOp, owner: -1, atMs: 0, payload, more: 0 });
}

const subjectNameOf = (booted: Booted): Subject => [...subjects].find(([, one]) => one === booted)?.[0] ?? 'reference';

/** Goes from timer to timer until there is an answer, nothing is left to do, or the time is up. */
async function drive(booted: Booted, deadlineMs: number): Promise<string> {
  let isIdle = false;
  for (;;) {
    const leftMs = deadlineMs - performance.now();
    if (leftMs <= 0) return '{"kind":"time-limit"}';
    // Most answers are there once the microtasks of `begin` have run, and asking for them runs no code of theirs.
    const ready = await booted.call('outcome', [], Math.ceil(leftMs));
    const mail = await exchangeMail(booted, deadlineMs, isIdle);
    isIdle = false;
    if (mail === 'delivered') continue;
    // Background work whose time is up is no reason to lose the answer.
    if (ready !== '') return ready;
    const answer = await booted.call('step', [], Math.ceil(leftMs));
    if (answer === idle && mail !== 'none') {
      isIdle = true;
      if (mail === 'stalled') sayIdle(booted);
      continue;
    }
    if (answer !== '') return answer;
  }
}

async function load(request: Extract<ChildRequest, { op: 'load' }>): Promise<string> {
  const deadlineMs = performance.now() + request.timeoutMs;
  const code = transpile(request.source, request.file, request.guest === 'web' ? webModules : []);
  if (!code.ok) return JSON.stringify({ kind: 'syntax', message: code.message, line: code.line, column: code.column });
  const booted = await take(request.memoryMb, request.guest);
  const before = subjects.get(request.subject);
  if (before?.isolate.isDisposed === false) before.isolate.dispose();
  subjects.set(request.subject, booted);
  if (request.guest === 'web') await booted.call('allow', [JSON.stringify(request.gifts)], 200);
  rssMbMax = Math.max(rssMbMax, settings.rssMbMax + 2 * (request.memoryMb - settings.memoryMb));
  try {
    const loaded = await booted.call('load', [`${code.code}\n//# sourceURL=${request.file}`], request.timeoutMs);
    if (loaded.startsWith('{"kind":"threw","error":{"name":"SyntaxError"')) {
      return (await findSyntaxError(booted, code.code, request.file)) ?? loaded;
    }
    if (!loaded.startsWith('{"kind":"loaded"')) return loaded;
    if (request.drain) {
      const ended = await drive(booted, deadlineMs);
      if (ended !== idle) return ended;
    } else await booted.call('keepTimers', [], request.timeoutMs);
    return loaded;
  } catch (error) {
    return observeFault(booted, error);
  }
}

/** The engine tells where a syntax error is only to the one who compiles. Undefined when it was thrown at run time. */
async function findSyntaxError(booted: Booted, code: string, file: string): Promise<string | undefined> {
  try {
    await booted.isolate.compileScript(code, { filename: file });
    return undefined;
  } catch (error) {
    const found = /^(.*) \[.*:(\d+):\d+\]$/s.exec((error as Error).message);
    if (found === null) return undefined;
    return JSON.stringify({ kind: 'syntax', message: `SyntaxError: ${found[1]}`, line: Number(found[2]) });
  }
}

function subjectOf(subject: Subject): Booted {
  const booted = subjects.get(subject);
  if (booted === undefined) throw new Error(`${subject} is called before it is loaded`);
  return booted;
}

function answerTo(request: Exclude<ChildRequest, { op: 'end' | 'answer' | 'blocked' }>): Promise<string> {
  switch (request.op) {
    case 'load':
      return load(request);
    case 'call':
      return call(request);
    case 'requests':
      return sendRequests(request);
    case 'advance':
      return advance(request);
    case 'suite':
      rssMbMax = Math.max(rssMbMax, settings.rssMbMax + 2 * (request.memoryMb - settings.memoryMb));
      return suites.run(request);
  }
}

async function call(request: Extract<ChildRequest, { op: 'call' }>): Promise<string> {
  const booted = subjectOf(request.subject);
  const deadlineMs = performance.now() + request.timeoutMs;
  const { how, target, argumentsJson } = request;
  try {
    if (request.beginsTest) await beginTest();
    const failed = await startModule(booted, request.timeoutMs);
    if (failed !== undefined) return failed;
    const parts = [how, target, argumentsJson, JSON.stringify(request.needs)];
    const answer = (await booted.call('begin', parts, request.timeoutMs)) || (await drive(booted, deadlineMs));
    return answer === idle ? '{"kind":"no-answer"}' : answer;
  } catch (error) {
    return observeFault(booted, error);
  }
}

/** Since when a guest with the web has not begun a test: its module is run anew with the first request of each. */
const fresh = new WeakSet<Booted>();

async function startModule(booted: Booted, timeoutMs: number): Promise<string | undefined> {
  if (booted.sort === 'plain' || fresh.has(booted)) return undefined;
  fresh.add(booted);
  const loaded = await booted.call('reload', [], timeoutMs);
  return loaded.startsWith('{"kind":"loaded"') ? undefined : loaded;
}

async function sendRequests(request: Extract<ChildRequest, { op: 'requests' }>): Promise<string> {
  const booted = subjectOf(request.subject);
  const deadlineMs = performance.now() + request.timeoutMs;
  try {
    if (request.beginsTest) await beginTest();
    const failed = await startModule(booted, request.timeoutMs);
    if (failed !== undefined) return failed;
    await booted.call('openBatch', [`${request.requests.length}`], 200);
    for (const [index, one] of request.requests.entries()) {
      const leftMs = deadlineMs - performance.now();
      if (leftMs <= 0) return '{"kind":"time-limit"}';
      await booted.call('beginRequest', [`${index}`, JSON.stringify(one)], leftMs);
    }
    const answer = await drive(booted, deadlineMs);
    return answer === idle ? await booted.call('giveUp', [], 200) : answer;
  } catch (error) {
    return observeFault(booted, error);
  }
}

async function advance(request: Extract<ChildRequest, { op: 'advance' }>): Promise<string> {
  const booted = subjectOf(request.subject);
  const deadlineMs = performance.now() + request.timeoutMs;
  try {
    if (request.beginsTest) await beginTest();
    const failed = await startModule(booted, request.timeoutMs);
    if (failed !== undefined) return failed;
    const untilMs = Number(await booted.call('now', [], 200)) + request.ms;
    for (;;) {
      const leftMs = deadlineMs - performance.now();
      if (leftMs <= 0) return '{"kind":"time-limit"}';
      const answer = await booted.call('pass', [`${untilMs}`], Math.ceil(leftMs));
      while ((await exchangeMail(booted, deadlineMs)) === 'delivered');
      if (answer === idle) return `{"kind":"value","value":${await booted.call('now', [], 200)}}`;
      if (answer !== '') return answer;
    }
  } catch (error) {
    return observeFault(booted, error);
  }
}

/** What the submission, or an exploit, printed since the last time; the reference's console is nobody's business. */
async function takeConsole(subject: Subject): Promise<string> {
  const booted = subjects.get(subject);
  if (booted === undefined || booted.isolate.isDisposed) return '';
  try {
    return await booted.call('takeConsole', [], 200);
  } catch {
    // A loop of microtasks that is still running keeps what was printed; the verdict tells about the loop.
    return '';
  }
}

/** What the submission's heap holds, with what is not yet collected: a few microseconds, and nothing of theirs runs. */
function heapOfSubmission(): { heapKb?: number } {
  const booted = subjects.get('submission');
  if (booted === undefined || booted.isolate.isDisposed) return {};
  const { used_heap_size: used, externally_allocated_size: external } = booted.isolate.getHeapStatisticsSync();
  return { heapKb: Math.round((used + external) / 1024) };
}

async function beginTest(): Promise<void> {
  for (const booted of subjects.values()) {
    booted.mail.clear();
    fresh.delete(booted);
    if (!booted.isolate.isDisposed) await booted.call('endTest', [], 200).catch(() => '');
  }
}

async function endSubmission(): Promise<void> {
  for (const booted of subjects.values()) if (!booted.isolate.isDisposed) booted.isolate.dispose();
  subjects.clear();
  suites.end();
  rssMbMax = settings.rssMbMax;
  for (const sort of ['plain', 'web'] as const) spares[sort] ??= boot(settings.memoryMb, sort);
  await Promise.all(Object.values(spares));
  say({ type: 'ready' });
}

let pending = '';
const lanes: Record<Lane, Promise<void>> = { exploit: Promise.resolve(), others: Promise.resolve() };
socket.setEncoding('utf8');
socket.on('data', (chunk: string) => {
  pending += chunk;
  for (let end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
    const request = JSON.parse(pending.slice(0, end)) as ChildRequest;
    pending = pending.slice(end + 1);
    // These belong to what is running, and cannot wait until it has ended.
    if (request.op === 'answer' || request.op === 'blocked') {
      const mail = subjects.get(request.subject)?.mail;
      if (request.op === 'answer') mail?.put(request.call, request.answer);
      else mail?.block(request.calls);
      continue;
    }
    const lane = laneOf(request);
    lanes[lane] = lanes[lane].then(async () => {
      if (request.op === 'end') {
        await lanes.exploit;
        return endSubmission();
      }
      const observation = await answerTo(request);
      const console = await takeConsole(lane === 'exploit' ? 'exploit' : 'submission');
      // A request that an exploit did not await may still run in the submission's isolate.
      const heap = lane === 'exploit' ? {} : heapOfSubmission();
      say({ type: 'reply', id: request.id, observation, console, ...heap });
    });
  }
});
// The pipe closes when the sandbox process is gone, however it went.
socket.on('close', () => process.kill(process.pid, 'SIGKILL'));
socket.on('error', () => process.kill(process.pid, 'SIGKILL'));

// The first transpilation takes ten times as long as the next.
transpile('export const warm: number = 1;', 'solution.ts');
await endSubmission();
