import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import type * as IsolatedVm from 'isolated-vm';
import { bootPython, readParts, type BootedPython } from './boot.ts';
import { watchMemory, type MemorySettings } from '../javascript/memory-watch.ts';
import type { ChildRequest, Subject } from '../javascript/protocol.ts';
import type { WorldSettings } from './world.ts';

/**
 * The confined process in which Python runs. It knows inputs only, never an expected value. One submission at a time, each
 * in a fresh interpreter in an isolate of its own; the next one is booted while nobody waits. References are our code and
 * share one interpreter, in another isolate.
 */
type Settings = WorldSettings & MemorySettings & { addon: string; folder: string };
const settings = JSON.parse(process.argv[2] ?? '{}') as Settings;

// The package's own loader looks around on disk, which --permission refuses.
const { ivm } = createRequire(import.meta.url)(settings.addon) as { ivm: typeof IsolatedVm };

const channel = 3;
const socket = new net.Socket({ fd: channel, readable: true, writable: true });
const say = (event: object): void => void socket.write(`${JSON.stringify(event)}\n`);

/** Written synchronously, because nothing more is promised to run; SIGKILL, because a polite exit can crash by now. */
function die(): void {
  try {
    fs.writeSync(channel, '{"type":"dying","reason":"memory-limit"}\n');
  } catch {
    // The other side is gone or full; it sees the exit in any case.
  }
  process.kill(process.pid, 'SIGKILL');
}

const memory = watchMemory(settings, die);
const parts = readParts(settings.folder);
const boot = (): Promise<BootedPython> => bootPython(ivm, parts, settings, die);

let spare = await boot();
const reference = await boot();
let submission: BootedPython | undefined;

function booted(subject: Subject): BootedPython {
  if (subject === 'reference') return reference;
  if (submission === undefined) throw new Error('the submission is called before it is loaded');
  return submission;
}

type Observed = { observation: string; ends?: true };

/**
 * An error that came out of the isolate. An interpreter that was stopped in the middle of something cannot go on, and
 * neither can one that ran out of stack in a place where Python does not look.
 */
function observeFault({ isolate }: BootedPython, error: unknown): Observed {
  if (isolate.isDisposed) return { observation: '{"kind":"memory-limit"}', ends: true };
  const { name, message } = error as Error;
  if (message === 'Script execution timed out.') return { observation: '{"kind":"time-limit"}', ends: true };
  const isDeep = /call stack/.test(message);
  const described = isDeep
    ? { name: 'RecursionError', message: 'the stack is exhausted', stack: '' }
    : { name: String(name).slice(0, 200), message: String(message).slice(0, 2000), stack: '' };
  return { observation: JSON.stringify({ kind: 'threw', error: described }), ends: true };
}

async function load(request: Extract<ChildRequest, { op: 'load' }>): Promise<Observed> {
  const { subject, source, file, timeoutMs, memoryMb } = request;
  if (subject === 'submission') submission = spare;
  const interpreter = booted(subject);
  memory.allow(memoryMb);
  try {
    await interpreter.call('limitMemory', [String(memoryMb)], timeoutMs);
    // A lesson's code is a program; an exercise's is a module that something imports.
    const parts = [source, file, request.drain ? '__main__' : 'solution'];
    return { observation: await interpreter.call('load', parts, timeoutMs) };
  } catch (error) {
    return observeFault(interpreter, error);
  }
}

async function call(request: Extract<ChildRequest, { op: 'call' }>): Promise<Observed> {
  const interpreter = booted(request.subject);
  const { how, target, argumentsJson, needs, timeoutMs } = request;
  try {
    if (request.beginsTest) {
      for (const one of [submission, reference]) await one?.call('beginTest', [], timeoutMs);
    }
    const parts = [how, target, argumentsJson, JSON.stringify(needs)];
    return { observation: await interpreter.call('ask', parts, timeoutMs) };
  } catch (error) {
    return observeFault(interpreter, error);
  }
}

/** What the submission printed since the last time; it lies outside Python, and is there when a loop was stopped. */
async function takeConsole(): Promise<string> {
  if (submission === undefined || submission.isolate.isDisposed) return '';
  try {
    return await submission.call('takeConsole', [], 200);
  } catch {
    return '';
  }
}

async function endSubmission(): Promise<void> {
  if (submission !== undefined) {
    if (!submission.isolate.isDisposed) submission.isolate.dispose();
    submission = undefined;
    spare = await boot();
  }
  say({ type: 'ready', worn: await memory.isWorn() });
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
      else if (request.op === 'load' || request.op === 'call') {
        const observed = await (request.op === 'load' ? load(request) : call(request));
        say({ type: 'reply', id: request.id, ...observed, console: await takeConsole() });
      }
    });
  }
});
// The pipe closes when the sandbox process is gone, however it went.
socket.on('close', () => process.kill(process.pid, 'SIGKILL'));
socket.on('error', () => process.kill(process.pid, 'SIGKILL'));

await endSubmission();
