import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import type * as IsolatedVm from 'isolated-vm';
import { guestFunctions, guestSource, idle, type GuestFunction, type GuestSettings } from './guest.ts';
import type { ChildRequest, Subject } from './protocol.ts';
import { transpile } from './transpile.ts';

/**
 * The confined process. It knows inputs only, never an expected value. One submission at a time: each subject gets a
 * fresh isolate, and the next one is booted while nobody waits.
 */
type Settings = GuestSettings & { addon: string; rssMbMax: number; memoryMb: number };
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

let rssMbMax = settings.rssMbMax;
setInterval(() => {
  if (process.memoryUsage.rss() > rssMbMax * 2 ** 20) die();
}, 20);

type Booted = {
  isolate: IsolatedVm.Isolate;
  memoryMb: number;
  call: (name: GuestFunction, parts: string[], timeoutMs: number) => Promise<string>;
};
const bootSource = guestSource(settings);

/**
 * These run on a thread of their own, so that ours goes on watching the memory meanwhile. For the others the way there
 * and back would take longer than the work: ten tests take half the time without it.
 */
const runsTheirCode = new Set<GuestFunction>(['load', 'begin', 'step']);

async function boot(memoryMb: number): Promise<Booted> {
  const isolate = new ivm.Isolate({ memoryLimit: memoryMb, onCatastrophicError: die });
  const context = await isolate.createContext();
  const list = await context.evalClosure(bootSource, [], { result: { reference: true } });
  const functions = new Map<GuestFunction, IsolatedVm.Reference>();
  for (const [index, name] of guestFunctions.entries()) functions.set(name, await list.get(index, { reference: true }));
  return {
    isolate,
    memoryMb,
    call: async (name, parts, timeoutMs) => {
      const options = { timeout: Math.max(1, timeoutMs) };
      const reference = functions.get(name);
      const answer: unknown = runsTheirCode.has(name)
        ? await reference?.apply(undefined, parts, options)
        : reference?.applySync(undefined, parts, options);
      return String(answer);
    },
  };
}

let spare: Promise<Booted> | null = boot(settings.memoryMb);
const subjects = new Map<Subject, Booted>();

async function take(memoryMb: number): Promise<Booted> {
  const booted = await spare;
  spare = null;
  if (booted !== null && booted.memoryMb === memoryMb) return booted;
  booted?.isolate.dispose();
  return boot(memoryMb);
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

/** Goes from timer to timer until there is an answer, nothing is left to do, or the time is up. */
async function drive(booted: Booted, deadlineMs: number): Promise<string> {
  for (;;) {
    const leftMs = deadlineMs - performance.now();
    if (leftMs <= 0) return '{"kind":"time-limit"}';
    // Most answers are there once the microtasks of `begin` have run, and asking for them runs no code of theirs.
    const ready = await booted.call('outcome', [], Math.ceil(leftMs));
    if (ready !== '') return ready;
    const answer = await booted.call('step', [], Math.ceil(leftMs));
    if (answer !== '') return answer;
  }
}

async function load(request: Extract<ChildRequest, { op: 'load' }>): Promise<string> {
  const deadlineMs = performance.now() + request.timeoutMs;
  const code = transpile(request.source, request.file);
  if (!code.ok) return JSON.stringify({ kind: 'syntax', message: code.message, line: code.line, column: code.column });
  const booted = await take(request.memoryMb);
  subjects.set(request.subject, booted);
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

async function call(request: Extract<ChildRequest, { op: 'call' }>): Promise<string> {
  const booted = subjects.get(request.subject);
  if (booted === undefined) throw new Error(`${request.subject} is called before it is loaded`);
  const deadlineMs = performance.now() + request.timeoutMs;
  const { how, target, argumentsJson } = request;
  try {
    if (request.beginsTest) await beginTest();
    const parts = [how, target, argumentsJson, JSON.stringify(request.needs)];
    const answer = (await booted.call('begin', parts, request.timeoutMs)) || (await drive(booted, deadlineMs));
    return answer === idle ? '{"kind":"no-answer"}' : answer;
  } catch (error) {
    return observeFault(booted, error);
  }
}

/** What the submission printed since the last time; the reference's console is nobody's business. */
async function takeConsole(): Promise<string> {
  const booted = subjects.get('submission');
  if (booted === undefined || booted.isolate.isDisposed) return '';
  try {
    return await booted.call('takeConsole', [], 200);
  } catch {
    // A loop of microtasks that is still running keeps what was printed; the verdict tells about the loop.
    return '';
  }
}

async function beginTest(): Promise<void> {
  for (const booted of subjects.values()) {
    if (!booted.isolate.isDisposed) await booted.call('endTest', [], 200).catch(() => '');
  }
}

async function endSubmission(): Promise<void> {
  for (const booted of subjects.values()) if (!booted.isolate.isDisposed) booted.isolate.dispose();
  subjects.clear();
  rssMbMax = settings.rssMbMax;
  spare ??= boot(settings.memoryMb);
  await spare;
  say({ type: 'ready' });
}

let pending = '';
let last: Promise<void> = Promise.resolve();
socket.setEncoding('utf8');
socket.on('data', (chunk: string) => {
  pending += chunk;
  for (let end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
    const request = JSON.parse(pending.slice(0, end)) as ChildRequest;
    pending = pending.slice(end + 1);
    last = last.then(async () => {
      if (request.op === 'end') await endSubmission();
      else {
        const observation = await (request.op === 'load' ? load(request) : call(request));
        say({ type: 'reply', id: request.id, observation, console: await takeConsole() });
      }
    });
  }
});
// The pipe closes when the sandbox process is gone, however it went.
socket.on('close', () => process.kill(process.pid, 'SIGKILL'));
socket.on('error', () => process.kill(process.pid, 'SIGKILL'));

// The first transpilation takes ten times as long as the next.
transpile('export const warm: number = 1;', 'solution.ts');
await endSubmission();
