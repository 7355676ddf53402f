import fs from 'node:fs';
import path from 'node:path';
import type * as IsolatedVm from 'isolated-vm';
import {
  guestModule,
  prepareWorld,
  pythonFunctions,
  startPython,
  type PythonFunction,
  type StartOptions,
  type WorldSettings,
} from './world.ts';

/** What an interpreter is made of, read once. */
export type PythonParts = {
  folder: string;
  loader: string;
  engine: string;
  /** Absent where none could be made; a start then takes seconds instead of a third of one. */
  hasSnapshot: boolean;
  options: Omit<StartOptions, 'makesSnapshot'>;
};

export type BootedPython = {
  isolate: IsolatedVm.Isolate;
  call: (name: PythonFunction, parts: string[], timeoutMs: number) => Promise<string>;
};

export const snapshotFile = 'snapshot.bin';

/** JavaScript's own heap: Pyodide's code, and files that learners' code writes. The interpreter's memory is beside it. */
const heapMbMax = 256;

/** A start from nothing takes four seconds on an idle core. */
const startMsMax = 120_000;

export function readParts(folder: string): PythonParts {
  const text = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');
  const { info } = JSON.parse(text('pyodide-lock.json')) as { info: Record<string, string> };
  return {
    folder,
    loader: asScript(text('pyodide.mjs')),
    engine: asScript(text('pyodide.asm.mjs')),
    hasSnapshot: fs.existsSync(path.join(folder, snapshotFile)),
    options: { lockFile: { info, packages: {} }, guest: text('guest.py') },
  };
}

/** The isolate has no `import.meta`; what is asked of it is where the files lie. */
const asScript = (source: string): string => source.replaceAll('import.meta.url', '"isolate://pyodide/"');

/**
 * A file that goes into one isolate, without a copy that stays here: together they are 42 MB, which would be held for as
 * long as the child lives, and the system has them in its cache anyway.
 */
function handOver(ivm: typeof IsolatedVm, file: string): unknown {
  const { buffer, byteOffset, byteLength } = fs.readFileSync(file);
  const bytes = (
    byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)
  ) as ArrayBuffer;
  return new ivm.ExternalCopy(bytes, { transferOut: true }).copyInto({ release: true, transferIn: true });
}

/** A fresh interpreter, with guest.py ready to be asked. */
export async function bootPython(
  ivm: typeof IsolatedVm,
  parts: PythonParts,
  settings: WorldSettings,
  onCatastrophicError: () => void,
): Promise<BootedPython> {
  const { isolate, result } = await start(ivm, parts, settings, false, onCatastrophicError);
  const functions = new Map<PythonFunction, IsolatedVm.Reference>();
  for (const [index, name] of pythonFunctions.entries()) {
    functions.set(name, (await result.get(index, { reference: true })) as IsolatedVm.Reference);
  }
  return {
    isolate,
    call: async (name, given, timeoutMs) => {
      // On a thread of its own, so that ours goes on watching the memory meanwhile.
      const answer: unknown = await functions.get(name)?.apply(undefined, given, { timeout: Math.max(1, timeoutMs) });
      return String(answer);
    },
  };
}

/** The memory of an interpreter that has started and loaded guest.py; what every other one begins with. */
export async function makeSnapshot(
  ivm: typeof IsolatedVm,
  parts: PythonParts,
  settings: WorldSettings,
): Promise<Uint8Array> {
  const { isolate, result } = await start(ivm, { ...parts, hasSnapshot: false }, settings, true, () => undefined);
  const bytes = (await result.copy()) as Uint8Array;
  isolate.dispose();
  return bytes;
}

async function start(
  ivm: typeof IsolatedVm,
  { folder, loader, engine, hasSnapshot, options }: PythonParts,
  settings: WorldSettings,
  makesSnapshot: boolean,
  onCatastrophicError: () => void,
): Promise<{ isolate: IsolatedVm.Isolate; result: IsolatedVm.Reference }> {
  const isolate = new ivm.Isolate({ memoryLimit: heapMbMax, onCatastrophicError });
  const context = await isolate.createContext();
  const file = (name: string): unknown => handOver(ivm, path.join(folder, name));
  const copied = (value: object): unknown => new ivm.ExternalCopy(value).copyInto();
  const world = (await context.evalClosure(
    `return (${String(prepareWorld)})($0, $1, $2);`,
    [copied(settings), file('pyodide.asm.wasm'), file('python_stdlib.zip')],
    { result: { reference: true } },
  )) as IsolatedVm.Reference;
  const namespaceOf = async (source: string, filename: string): Promise<IsolatedVm.Reference> => {
    const module = await isolate.compileModule(source, { filename });
    await module.instantiate(context, (specifier) => {
      throw new Error(`${filename} imports ${specifier}`);
    });
    await module.evaluate();
    return module.namespace as IsolatedVm.Reference;
  };
  const engineNamespace = await namespaceOf(engine, 'pyodide.asm.mjs');
  const loaderNamespace = await namespaceOf(loader, 'pyodide.mjs');
  const result = (await context.evalClosure(
    `return (${String(startPython)})($0, $1, $2, $3, $4, $5, $6);`,
    [
      world.derefInto(),
      (await loaderNamespace.get('loadPyodide', { reference: true })).derefInto(),
      (await engineNamespace.get('default', { reference: true })).derefInto(),
      copied(settings),
      copied({ ...options, makesSnapshot }),
      hasSnapshot ? file(snapshotFile) : undefined,
      guestModule,
    ],
    { result: { reference: true, promise: true }, timeout: startMsMax },
  )) as IsolatedVm.Reference;
  return { isolate, result };
}
