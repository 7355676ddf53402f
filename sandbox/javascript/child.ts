import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import type * as IsolatedVm from 'isolated-vm';
import { createGuestStock } from './guest-stock.ts';
import type { GuestSettings } from './guest.ts';
import { laneOf, type Lane } from './lanes.ts';
import { watchMemory, type MemorySettings } from './memory-watch.ts';
import type { ChildRequest } from './protocol.ts';
import { createStores } from './stores.ts';
import { createSubjects } from './subjects.ts';
import { createSuiteHost } from './suite-host.ts';
import { transpile } from './transpile.ts';
import { isCryptoBusy } from './web-host.ts';

/**
 * The confined process. It knows inputs only, never an expected value. One submission at a time: each subject gets a
 * fresh isolate, and the next one is booted while nobody waits.
 */
type Settings = GuestSettings & MemorySettings & { addon: string; webBundle: string };
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
const stock = createGuestStock({ ivm, settings, die });
const stores = createStores(path.join(import.meta.dirname, 'store-guest.txt'));
const subjects = createSubjects(stock, stores, memory.allow, say);
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

function answerTo(request: Exclude<ChildRequest, { op: 'end' | 'answer' | 'blocked' }>): Promise<string> {
  if (request.op !== 'suite') return subjects.answer(request);
  memory.allow(request.memoryMb);
  return suites.run(request);
}

async function endSubmission(): Promise<void> {
  subjects.end();
  suites.end();
  await stock.refill();
  const isFull = await memory.isWorn();
  say({ type: 'ready', worn: isFull || isCryptoBusy() });
}

const lanes: Record<Lane, Promise<void>> = { exploit: Promise.resolve(), others: Promise.resolve() };

function take(request: ChildRequest): void {
  // These belong to what is running, and cannot wait until it has ended.
  if (request.op === 'answer') return subjects.mailOf(request.subject)?.put(request.call, request.answer);
  if (request.op === 'blocked') return subjects.mailOf(request.subject)?.block(request.calls);
  const lane = laneOf(request);
  lanes[lane] = lanes[lane].then(async () => {
    if (request.op === 'end') {
      await lanes.exploit;
      return endSubmission();
    }
    const observation = await answerTo(request);
    const console = await subjects.takeConsole(lane === 'exploit' ? 'exploit' : 'submission');
    // A request that an exploit did not await may still run in the submission's isolate.
    const heap = lane === 'exploit' ? {} : subjects.heap();
    say({ type: 'reply', id: request.id, observation, console, ...heap });
  });
}

let pending = '';
socket.setEncoding('utf8');
socket.on('data', (chunk: string) => {
  pending += chunk;
  for (let end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
    const request = JSON.parse(pending.slice(0, end)) as ChildRequest;
    pending = pending.slice(end + 1);
    take(request);
  }
});
// The pipe closes when the sandbox process is gone, however it went.
socket.on('close', () => process.kill(process.pid, 'SIGKILL'));
socket.on('error', () => process.kill(process.pid, 'SIGKILL'));

// The first transpilation takes ten times as long as the next.
transpile('export const warm: number = 1;', 'solution.ts');
await endSubmission();
