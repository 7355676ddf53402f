import { drive, exchangeMail, type SendOut } from './drive.ts';
import { observeFault, observeSyntaxError } from './engine-faults.ts';
import type { Guest, GuestStock } from './guest-stock.ts';
import { idle } from './guest.ts';
import type { Mail } from './mail.ts';
import type { ChildRequest, HostCall, Subject } from './protocol.ts';
import type { Stores } from './stores.ts';
import { transpile } from './transpile.ts';
import { webModules } from './web-modules.ts';

type Request<Op extends ChildRequest['op']> = Extract<ChildRequest, { op: Op }>;

export type Subjects = {
  /** The observation as JSON. */
  answer: (request: Request<'load' | 'call' | 'requests' | 'advance'>) => Promise<string>;
  mailOf: (subject: Subject) => Mail | undefined;
  /** What the submission, or an exploit, printed since the last time; the reference's console is nobody's business. */
  takeConsole: (subject: Subject) => Promise<string>;
  /** What the submission's heap holds, with what is not yet collected: a few microseconds, and nothing of theirs runs. */
  heap: () => { heapKb?: number };
  /** The submission is over; nothing of it stays. */
  end: () => void;
};

/** Whose code is loaded in one submission, each in an isolate of its own, and what is asked of it. */
export function createSubjects(
  stock: GuestStock,
  stores: Stores,
  /** Called before code with that much memory is loaded. */
  allowMemory: (memoryMb: number) => void,
  say: (call: HostCall) => void,
): Subjects {
  const subjects = new Map<Subject, Guest>();
  /** Since when a guest with the web has not begun a test: its module is run anew with the first request of each. */
  const fresh = new WeakSet<Guest>();

  const sendOut: SendOut = (guest, call) => say({ type: 'call', subject: nameOf(guest), ...call });
  const nameOf = (guest: Guest): Subject => [...subjects].find(([, one]) => one === guest)?.[0] ?? 'reference';

  const drop = (subject: Subject): void => {
    const guest = subjects.get(subject);
    subjects.delete(subject);
    if (guest?.isolate.isDisposed === false) guest.isolate.dispose();
  };
  const load = async (request: Request<'load'>): Promise<string> => {
    let deadlineMs = performance.now() + request.timeoutMs;
    const importable = request.guest === 'web' ? webModules : request.modules;
    const code = transpile(request.source, request.file, importable);
    if (!code.ok)
      return JSON.stringify({ kind: 'syntax', message: code.message, line: code.line, column: code.column });
    // Before the next ones are started: the addresses that a process may have are enough for few isolates.
    drop(request.subject);
    // What is loaded as the submission of a lab is a new service, which no exploit has met.
    if (request.subject === 'submission') drop('exploit');
    const guest = await stock.take(request.memoryMb, request.guest);
    subjects.set(request.subject, guest);
    if (request.guest === 'web') await guest.call('allow', [JSON.stringify(request.gifts)], 200);
    allowMemory(request.memoryMb);
    // Code of a lesson may import them and mostly does not; a driver of an exercise makes the client that it hands over.
    const isImported = (name: string) =>
      code.code.includes(`require('${name}')`) || code.code.includes(`require("${name}")`);
    const modules = request.drain ? request.modules.filter(isImported) : request.modules;
    if (modules.length > 0) {
      const startedMs = performance.now();
      await stores.bringInto(guest, modules);
      deadlineMs += performance.now() - startedMs;
    }
    try {
      const loaded = await guest.call('load', [`${code.code}\n//# sourceURL=${request.file}`], request.timeoutMs);
      if (loaded.startsWith('{"kind":"threw","error":{"name":"SyntaxError"')) {
        return (await observeSyntaxError(guest.isolate, code.code, request.file)) ?? loaded;
      }
      if (!loaded.startsWith('{"kind":"loaded"')) return loaded;
      if (request.drain) {
        const ended = await drive(guest, deadlineMs, sendOut);
        if (ended !== idle) return ended;
      } else await guest.call('keepTimers', [], request.timeoutMs);
      return loaded;
    } catch (error) {
      return observeFault(guest.isolate, error);
    }
  };

  const call = async (guest: Guest, request: Request<'call'>, deadlineMs: number): Promise<string> => {
    const { how, target, argumentsJson } = request;
    const parts = [how, target, argumentsJson, JSON.stringify(request.needs)];
    const answer = (await guest.call('begin', parts, request.timeoutMs)) || (await drive(guest, deadlineMs, sendOut));
    return answer === idle ? '{"kind":"no-answer"}' : answer;
  };

  const sendRequests = async (guest: Guest, request: Request<'requests'>, deadlineMs: number): Promise<string> => {
    await guest.call('openBatch', [`${request.requests.length}`], 200);
    for (const [index, one] of request.requests.entries()) {
      const leftMs = deadlineMs - performance.now();
      if (leftMs <= 0) return '{"kind":"time-limit"}';
      await guest.call('beginRequest', [`${index}`, JSON.stringify(one)], leftMs);
    }
    const answer = await drive(guest, deadlineMs, sendOut);
    return answer === idle ? await guest.call('giveUp', [], 200) : answer;
  };

  const advance = async (guest: Guest, request: Request<'advance'>, deadlineMs: number): Promise<string> => {
    const untilMs = Number(await guest.call('now', [], 200)) + request.ms;
    for (;;) {
      const leftMs = deadlineMs - performance.now();
      if (leftMs <= 0) return '{"kind":"time-limit"}';
      const answer = await guest.call('pass', [`${untilMs}`], Math.ceil(leftMs));
      while ((await exchangeMail(guest, deadlineMs, sendOut)) === 'delivered');
      if (answer === idle) return `{"kind":"value","value":${await guest.call('now', [], 200)}}`;
      if (answer !== '') return answer;
    }
  };

  const beginTest = async (): Promise<void> => {
    for (const guest of subjects.values()) {
      guest.mail.clear();
      fresh.delete(guest);
      if (!guest.isolate.isDisposed) await guest.call('endTest', [], 200).catch(() => '');
    }
  };
  /** What went wrong, or undefined. */
  const startModule = async (guest: Guest, timeoutMs: number): Promise<string | undefined> => {
    if (guest.sort === 'plain' || fresh.has(guest)) return undefined;
    fresh.add(guest);
    const loaded = await guest.call('reload', [], timeoutMs);
    return loaded.startsWith('{"kind":"loaded"') ? undefined : loaded;
  };
  const ask = async (request: Request<'call' | 'requests' | 'advance'>): Promise<string> => {
    const guest = subjects.get(request.subject);
    if (guest === undefined) throw new Error(`${request.subject} is called before it is loaded`);
    const deadlineMs = performance.now() + request.timeoutMs;
    try {
      if (request.beginsTest) await beginTest();
      const failed = await startModule(guest, request.timeoutMs);
      if (failed !== undefined) return failed;
      switch (request.op) {
        case 'call':
          return await call(guest, request, deadlineMs);
        case 'requests':
          return await sendRequests(guest, request, deadlineMs);
        case 'advance':
          return await advance(guest, request, deadlineMs);
      }
    } catch (error) {
      return observeFault(guest.isolate, error);
    }
  };

  return {
    answer: (request) => (request.op === 'load' ? load(request) : ask(request)),
    mailOf: (subject) => subjects.get(subject)?.mail,
    takeConsole: async (subject) => {
      const guest = subjects.get(subject);
      if (guest === undefined || guest.isolate.isDisposed) return '';
      try {
        return await guest.call('takeConsole', [], 200);
      } catch {
        // A loop of microtasks that is still running keeps what was printed; the verdict tells about the loop.
        return '';
      }
    },
    heap: () => {
      const guest = subjects.get('submission');
      if (guest === undefined || guest.isolate.isDisposed) return {};
      const { used_heap_size: used, externally_allocated_size: external } = guest.isolate.getHeapStatisticsSync();
      return { heapKb: Math.round((used + external) / 1024) };
    },
    end: () => {
      for (const { isolate } of subjects.values()) if (!isolate.isDisposed) isolate.dispose();
      subjects.clear();
    },
  };
}
