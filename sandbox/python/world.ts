/** What a fresh isolate is told about its world. */
export type WorldSettings = {
  startMs: number;
  resultCharsMax: number;
  consoleCharsMax: number;
  consoleLinesMax: number;
};

/** What the child may call, in the order in which `startPython` gives it back. Each takes and returns strings only. */
export const pythonFunctions = ['load', 'ask', 'beginTest', 'takeConsole', 'limitMemory'] as const;
export type PythonFunction = (typeof pythonFunctions)[number];

type Scope = Record<string, unknown> & { WebAssembly: Record<string, unknown> };

export type World = {
  advance: (ms: number) => void;
  resetClock: () => void;
  print: (text: string) => void;
  takePrinted: () => string;
  /** How far the interpreter's memory may grow, in bytes. */
  limitMemory: (bytesMax: number) => void;
  memoryBytes: () => number;
  drop: (buffer: ArrayBuffer) => void;
  /** After the start nothing needs files, modules and WebAssembly any more. */
  close: () => void;
};

/**
 * Pyodide runs in browsers and in Node. An isolate is neither: it has the language and nothing else. So before Pyodide is
 * loaded, the little that it asks of a module worker is put there: files that are handed over, a clock that stands still,
 * random bytes. Its text is carried over with `toString`, so it can use nothing from around it.
 */
export function prepareWorld(settings: WorldSettings, wasm: ArrayBuffer, standardLibrary: ArrayBuffer): World {
  'use strict';
  const scope = globalThis as unknown as Scope;
  const { defineProperty } = Object;
  const { deleteProperty } = Reflect;
  // Frees at once what the garbage collector would come to much later.
  const transfer = (ArrayBuffer.prototype as unknown as { transfer: (byteLength: number) => ArrayBuffer }).transfer;
  const drop = (buffer: ArrayBuffer): void => void Reflect.apply(transfer, buffer, [0]);
  const expose = (name: string, value: unknown): void => {
    defineProperty(scope, name, { value, writable: true, configurable: true, enumerable: false });
  };

  let nowMs = settings.startMs;
  let reads = 0;
  const readClock = (): number => {
    // Waiting in a loop for the time to pass must end: ten thousand reads in a row take a millisecond.
    if (++reads % 10_000 === 0) nowMs++;
    return nowMs;
  };
  defineProperty(Date, 'now', { value: readClock });
  expose('performance', { now: () => readClock() - settings.startMs + 1 });
  // V8 would call it while it makes a stack trace, outside every limit.
  defineProperty(Error, 'prepareStackTrace', { value: undefined, writable: false, configurable: false });

  // Its detection of a module worker: `importScripts` throws, and `self` is a WorkerGlobalScope.
  expose('self', scope);
  expose('location', 'isolate://pyodide/');
  expose('WorkerGlobalScope', { [Symbol.hasInstance]: () => true });
  expose('importScripts', () => {
    throw new TypeError('a module worker has no importScripts');
  });
  expose(
    'URL',
    class {
      href: string;
      constructor(path: string, base: string | { href: string } = '') {
        const root = typeof base === 'string' ? base : base.href;
        this.href = path.includes('://') ? path : `${root}${path === '.' ? '' : path}`;
      }
      toString(): string {
        return this.href;
      }
    },
  );
  const silent = (): void => undefined;
  expose('console', { log: silent, info: silent, warn: silent, error: silent, debug: silent });
  let isOpen = true;
  expose('setTimeout', (run: () => void) => {
    if (isOpen) void Promise.resolve().then(run);
    return 1;
  });
  expose('clearTimeout', silent);
  expose('crypto', {
    // Nothing secret hangs on what learners' code draws.
    getRandomValues: (list: Uint8Array) => {
      for (let at = 0; at < list.length; at++) list[at] = Math.floor(Math.random() * 256);
      return list;
    },
  });
  // For the state of the snapshot, which is JSON; strings of Python's have a decoder of their own.
  expose(
    'TextDecoder',
    class {
      decode(bytes?: Uint8Array): string {
        let text = '';
        for (let at = 0; at < (bytes?.length ?? 0); at += 8192) {
          text += String.fromCharCode.apply(null, Array.from(bytes?.subarray(at, at + 8192) ?? []));
        }
        return text;
      }
    },
  );
  expose(
    'TextEncoder',
    class {
      encodeInto(text: string, into: Uint8Array): { read: number; written: number } {
        for (let at = 0; at < text.length; at++) into[at] = text.charCodeAt(at);
        return { read: text.length, written: text.length };
      }
    },
  );

  const { Memory, Module, Instance } = scope.WebAssembly as unknown as typeof WebAssembly;
  const grow = Memory.prototype.grow;
  let bytesMax = Number.MAX_SAFE_INTEGER;
  let memory: WebAssembly.Memory | undefined;
  defineProperty(Memory.prototype, 'grow', {
    value(this: WebAssembly.Memory, pages: number): number {
      if (this.buffer.byteLength + pages * 65_536 > bytesMax) throw new RangeError('memory limit');
      return Reflect.apply(grow, this, [pages]);
    },
  });
  let files: { wasm?: ArrayBuffer; standardLibrary?: ArrayBuffer } = { wasm, standardLibrary };
  expose('fetch', async (address: unknown) => {
    const bytes = String(address).endsWith('.wasm') ? files.wasm : files.standardLibrary;
    return { ok: true, status: 200, arrayBuffer: async () => bytes };
  });
  scope.WebAssembly['instantiateStreaming'] = async (
    response: Promise<{ arrayBuffer: () => Promise<ArrayBuffer> }>,
    imports: WebAssembly.Imports,
  ) => {
    const module = new Module(await (await response).arrayBuffer());
    const instance = new Instance(module, imports);
    memory = instance.exports['memory'] as WebAssembly.Memory;
    drop(wasm);
    return { module, instance };
  };

  let printed = '';
  return {
    advance: (ms) => void (nowMs += ms),
    resetClock: () => void (nowMs = settings.startMs),
    print: (text) => void (printed += text),
    takePrinted: () => {
      const taken = printed;
      printed = '';
      return taken;
    },
    limitMemory: (bytes) => void (bytesMax = bytes),
    memoryBytes: () => memory?.buffer.byteLength ?? 0,
    drop,
    close: () => {
      isOpen = false;
      files = {};
      for (const name of ['fetch', 'URL', 'importScripts', 'SharedArrayBuffer', 'Atomics']) deleteProperty(scope, name);
      // Memory that these hand out is not counted by the isolate's limit.
      for (const name of ['Memory', 'Module', 'Instance', 'Table', 'instantiate', 'instantiateStreaming', 'compile']) {
        deleteProperty(scope.WebAssembly, name);
      }
      for (const name of ['resize', 'transfer', 'transferToFixedLength']) {
        deleteProperty(ArrayBuffer.prototype, name);
      }
    },
  };
}

/** The part of Pyodide's interface that is used here. */
type Pyodide = {
  runPython: (source: string) => unknown;
  pyimport: (name: string) => Record<string, (...parts: unknown[]) => string>;
  makeMemorySnapshot: () => Uint8Array;
  unregisterJsModule: (name: string) => void;
  _api: { config: Record<string, unknown> };
};
type LoadPyodide = (options: Record<string, unknown>) => Promise<Pyodide>;

/** The package index that Pyodide insists on; nothing is in it, because nothing is ever installed. */
type LockFile = { info: Record<string, string>; packages: Record<string, never> };

export type StartOptions = {
  lockFile: LockFile;
  /** The source of guest.py; with a snapshot it is in there. */
  guest: string;
  makesSnapshot: boolean;
};

/** The name that guest.py is imported by. */
export const guestModule = 'underpin_guest';

/** Starts the interpreter; gives back the functions above, or the bytes of a snapshot. Its text is carried over too. */
export async function startPython(
  world: World,
  loadPyodide: LoadPyodide,
  createPyodideModule: unknown,
  settings: WorldSettings,
  options: StartOptions,
  snapshot: ArrayBuffer | undefined,
  guestName: string,
): Promise<((...parts: string[]) => string)[] | Uint8Array> {
  'use strict';
  const pyodide = await loadPyodide({
    indexURL: 'isolate://pyodide/',
    packageBaseUrl: 'isolate://pyodide/',
    createPyodideModule,
    lockFileContents: options.lockFile,
    // Sets come in the same order in every run, so that the same code gets the same verdict.
    env: { PYTHONHASHSEED: '0', TZ: 'UTC', HOME: '/home/learner' },
    jsglobals: {},
    ...(snapshot === undefined ? {} : { _loadSnapshot: new Uint8Array(snapshot) }),
    ...(options.makesSnapshot ? { _makeSnapshot: true } : {}),
  });
  if (snapshot === undefined) {
    pyodide.runPython(`
import sys, types
module = types.ModuleType(${JSON.stringify(guestName)})
sys.modules[module.__name__] = module
exec(compile(${JSON.stringify(options.guest)}, "guest.py", "exec"), module.__dict__)
module.install()
del sys, types, module
`);
  }
  if (options.makesSnapshot) return pyodide.makeMemorySnapshot();
  const guest = pyodide.pyimport(guestName);
  const { load, ask, begin_test: beginTest } = guest;
  guest['start']?.(JSON.stringify(settings), world.advance, world.print);
  for (const name of ['js', 'pyodide_js']) pyodide.unregisterJsModule(name);
  // Thirty megabytes that nothing needs any more.
  if (snapshot !== undefined) world.drop(snapshot);
  delete pyodide._api.config['_loadSnapshot'];
  world.close();
  const startBytes = world.memoryBytes();
  return [
    (source, file, name) => load?.(source, file, name) ?? '',
    (how, target, argumentsJson, needsJson) => ask?.(how, target, argumentsJson, needsJson) ?? '',
    () => {
      world.resetClock();
      return beginTest?.() ?? '';
    },
    () => world.takePrinted(),
    (megabytes) => {
      world.limitMemory(startBytes + Number(megabytes) * 2 ** 20);
      return '';
    },
  ];
}
