import fs from 'node:fs';
import type * as IsolatedVm from 'isolated-vm';
import { boundedError, isTimeout, observeSyntaxError } from './engine-faults.ts';
import type { SuiteEnd, SuiteRequest } from './protocol.ts';
import type { Transpiled } from './transpile.ts';

/** As in suite/start.ts, whose text is in the bundle. */
const functionNames = ['loadSubject', 'collect', 'next', 'outcome', 'step', 'report', 'takeConsole'] as const;
type FunctionName = (typeof functionNames)[number];

export const suiteModules: readonly string[] = ['./subject', './subject.ts', './subject.js', 'vitest', '@jest/globals'];

export type SuiteHost = {
  /** Runs a suite against one implementation in an isolate of its own; the observation as JSON. */
  run: (request: SuiteRequest) => Promise<string>;
  /** Between submissions nothing is kept. */
  end: () => void;
};

type Given = {
  ivm: typeof IsolatedVm;
  bundleFile: string;
  settings: object;
  transpile: (source: string, file: string, modules: readonly string[]) => Transpiled;
  die: () => void;
};

type Booted = {
  isolate: IsolatedVm.Isolate;
  memoryMb: number;
  call: (name: FunctionName, parts: string[], timeoutMs: number) => Promise<string>;
};
type Caught = { name: string; message: string; stack: string };
type End = { end: SuiteEnd; error?: Caught };

/** The part of the confined process that runs suites of learners. */
export function createSuiteHost({ ivm, bundleFile, settings, transpile, die }: Given): SuiteHost {
  const settingsJson = JSON.stringify(settings);
  let snapshot: IsolatedVm.ExternalCopy<ArrayBuffer> | undefined;
  let spare: Promise<Booted> | null = null;
  let last: { source: string; code: Transpiled } | undefined;

  /** With the library in a snapshot an isolate is there in a third of the time; it is made when the first suite comes. */
  const takeSnapshot = (): IsolatedVm.ExternalCopy<ArrayBuffer> => {
    const code = `globalThis.boot = ${fs.readFileSync(bundleFile, 'utf8')};`;
    return ivm.Isolate.createSnapshot([{ code }], `boot(${JSON.stringify(settingsJson)})`);
  };
  const boot = async (memoryMb: number): Promise<Booted> => {
    snapshot ??= takeSnapshot();
    const isolate = new ivm.Isolate({ memoryLimit: memoryMb, snapshot, onCatastrophicError: die });
    const context = await isolate.createContext();
    const source = `const start = boot; delete globalThis.boot; return start($0);`;
    const list = await context.evalClosure(source, [settingsJson], { result: { reference: true } });
    const functions = new Map<FunctionName, IsolatedVm.Reference>();
    for (const [index, name] of functionNames.entries())
      functions.set(name, await list.get(index, { reference: true }));
    return {
      isolate,
      memoryMb,
      call: async (name, parts, timeoutMs) =>
        String(await functions.get(name)?.apply(undefined, parts, { timeout: Math.max(1, Math.ceil(timeoutMs)) })),
    };
  };
  const take = async (memoryMb: number): Promise<Booted> => {
    const booted = await spare;
    spare = null;
    if (booted?.memoryMb === memoryMb) return booted;
    booted?.isolate.dispose();
    return boot(memoryMb);
  };
  const dropSpare = (): void => {
    void spare?.then(({ isolate }) => isolate.dispose()).catch(() => undefined);
    spare = null;
  };

  return {
    run: async (request) => {
      const { file, source, subject, memoryMb } = request;
      if (last?.source !== source) last = { source, code: transpile(source, file, suiteModules) };
      const { code } = last;
      if (!code.ok) return syntaxError(code);
      const tested = transpile(subject, 'subject.ts', []);
      if (!tested.ok)
        return JSON.stringify({ kind: 'suite', end: 'subject-threw', error: errorOf(tested.message), ...nothing });
      const booted = await take(memoryMb);
      // The next implementation is on its way; another isolate can be started meanwhile.
      if (request.more) spare = boot(memoryMb);
      try {
        const found = await observe(booted, request, tested.code, code.code);
        if (found.end === 'collect-threw' && found.error?.name === 'SyntaxError') {
          const place = await observeSyntaxError(booted.isolate, code.code, file);
          if (place !== undefined) return place;
        }
        return await report(booted, found);
      } finally {
        if (!booted.isolate.isDisposed) booted.isolate.dispose();
        if (!request.more) dropSpare();
      }
    },
    end: () => {
      last = undefined;
      dropSpare();
    },
  };
}

const nothing = { hasOnly: false, called: false, isFaked: false, tests: [], console: '' };

const errorOf = (message: string): Caught => ({ name: 'Error', message, stack: '' });

async function observe(booted: Booted, request: SuiteRequest, subject: string, suite: string): Promise<End> {
  const runsUntilMs = performance.now() + request.runMs;
  let phase: 'subject' | 'collect' | 'run' = 'subject';
  try {
    const loaded = JSON.parse(await booted.call('loadSubject', [subject, `${request.seed}`], request.loadMs)) as {
      kind: string;
      error?: Caught;
    };
    if (loaded.kind !== 'loaded') return { end: 'subject-threw', ...(loaded.error && { error: loaded.error }) };
    phase = 'collect';
    const collected = JSON.parse(await booted.call('collect', [suite, `${request.order}`], request.loadMs)) as {
      kind: string;
      error?: Caught;
    };
    if (collected.kind !== 'collected')
      return { end: 'collect-threw', ...(collected.error && { error: collected.error }) };
    phase = 'run';
    for (;;) {
      const untilMs = Math.min(runsUntilMs, performance.now() + request.testMs);
      const outcome = await runNext(booted, untilMs);
      if (outcome === 'done') continue;
      if (outcome === 'end') return { end: 'finished' };
      if (outcome === 'time-limit' || outcome === 'no-answer') return { end: outcome };
      return { end: 'unhandled', error: (JSON.parse(outcome) as { error: Caught }).error };
    }
  } catch (error) {
    return faultOf(booted, error, phase);
  }
}

async function runNext(booted: Booted, untilMs: number): Promise<string> {
  await booted.call('next', [], untilMs - performance.now());
  for (;;) {
    const leftMs = untilMs - performance.now();
    if (leftMs <= 0) return 'time-limit';
    const outcome = await booted.call('step', [], leftMs);
    if (outcome === '-') return 'no-answer';
    if (outcome !== '') return outcome;
  }
}

/** What came out of the isolate: a limit, or a rejection that nothing handled. */
function faultOf(booted: Booted, error: unknown, phase: 'subject' | 'collect' | 'run'): End {
  if (booted.isolate.isDisposed) return { end: 'memory-limit' };
  if (isTimeout(error)) return { end: phase === 'subject' ? 'subject-threw' : 'time-limit' };
  return {
    end: phase === 'subject' ? 'subject-threw' : phase === 'collect' ? 'collect-threw' : 'unhandled',
    error: boundedError(error),
  };
}

/** What the isolate says of its tests, as far as it still answers. */
async function report(booted: Booted, found: End): Promise<string> {
  const ask = (name: FunctionName): Promise<string> =>
    booted.isolate.isDisposed ? Promise.resolve('') : booted.call(name, [], 500).catch(() => '');
  const told = await ask('report');
  const printed = await ask('takeConsole');
  const tests = told.startsWith('{"kind":"suite"') ? (JSON.parse(told) as object) : { kind: 'suite', ...nothing };
  const end = told.startsWith('{"kind":"output-limit"') ? { end: 'output-limit' } : found;
  return JSON.stringify({ ...tests, ...end, console: printed });
}

const syntaxError = ({ message, line, column }: Extract<Transpiled, { ok: false }>): string =>
  JSON.stringify({ kind: 'syntax', message, line, column });
