import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import type * as TypeScript from 'typescript';
import { languageGlobals, suiteGlobals, underpinModule } from './globals.ts';
import type { CheckRequest, Surroundings, TypeProblem } from './protocol.ts';

/**
 * The confined process of the compiler. It runs nothing of anybody's, but a type is a program for the compiler, so that it
 * is watched and killed from outside like the children that run code.
 */
const ts = createRequire(import.meta.url)('typescript') as typeof TypeScript;
const here = import.meta.dirname;
const libFolder = path.join(here, 'node_modules', 'typescript', 'lib');

const problemsMax = 10;
const messageCharsMax = 600;

const socket = new net.Socket({ fd: 3, readable: true, writable: true });
const say = (event: object, then?: () => void): void => void socket.write(`${JSON.stringify(event)}\n`, then);

type World = {
  options: TypeScript.CompilerOptions;
  globals: string;
  /** A file that uses what is there, to have it read and bound. */
  warm: string;
  /** What the next program is made from, so that libraries are neither resolved nor bound again. No type was asked of it. */
  last: TypeScript.Program | undefined;
};

const options: TypeScript.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ['lib.es2024.d.ts'],
  types: [],
  noEmit: true,
  skipLibCheck: true,
};
const web = { ...options, lib: ['lib.es2024.d.ts', 'lib.webworker.d.ts'] };
const storeTypes = fs.readFileSync(path.join(here, 'stores.d.ts'), 'utf8');
const warm = 'export const warm: number = [1].length;';
const warmWeb = `import { Hono } from 'hono';
import { z } from 'zod';
import { db } from 'underpin';
export const app = new Hono().get('/', async (c) => c.json(z.object({ id: z.string() }).parse(await db.query(''))));`;
const worlds: Record<Surroundings, World> = {
  language: { options, globals: languageGlobals, warm, last: undefined },
  stores: { options, globals: languageGlobals + storeTypes, warm, last: undefined },
  suite: { options, globals: languageGlobals + suiteGlobals, warm, last: undefined },
  web: { options: web, globals: underpinModule, warm: warmWeb, last: undefined },
};

type Asked = Omit<CheckRequest, 'id'>;

/** Libraries are read and parsed once, whoever asks. */
const libraries = new Map<string, TypeScript.SourceFile | undefined>();

const learnerFileOf = (file: string): string => path.join(here, file);
const globalsFile = path.join(here, 'globals.d.ts');

/** A program of the file, made from the last one in these surroundings where there is one. */
function programOf({ file, source, surroundings }: Asked): TypeScript.Program {
  const world = worlds[surroundings];
  const host = hostOf({ file, source, surroundings });
  return ts.createProgram([learnerFileOf(file), globalsFile], world.options, host, world.last);
}

/**
 * A program keeps every type that was ever asked of it, and those of one learner may be hundreds of megabytes. The next
 * is made from one that has the same files, and of which nothing was asked.
 */
function forgetTypes(asked: Asked): void {
  worlds[asked.surroundings].last = programOf(asked);
}

// Apart from where programs are: what a host closes over, the program that is kept would keep too.
function hostOf({ file, source, surroundings }: Asked): TypeScript.CompilerHost {
  const learnerFile = learnerFileOf(file);
  const texts = new Map([
    [learnerFile, source],
    [globalsFile, worlds[surroundings].globals],
  ]);
  return {
    getSourceFile: (name, languageVersion) => {
      const text = texts.get(name);
      if (name === learnerFile) return ts.createSourceFile(name, text ?? '', languageVersion, true);
      const key = text === undefined ? name : `${surroundings} ${name}`;
      if (!libraries.has(key)) {
        const content = text ?? readOrUndefined(name);
        libraries.set(
          key,
          content === undefined ? undefined : ts.createSourceFile(name, content, languageVersion, true),
        );
      }
      return libraries.get(key);
    },
    getDefaultLibFileName: () => path.join(libFolder, 'lib.d.ts'),
    getDefaultLibLocation: () => libFolder,
    getCurrentDirectory: () => here,
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => texts.has(name) || isInside(name) === 'file',
    directoryExists: (name) => isInside(name) === 'folder',
    readFile: (name) => texts.get(name) ?? readOrUndefined(name),
    writeFile: () => undefined,
    // Nothing but the language: each import is then an error in its own line.
    ...(surroundings === 'web'
      ? {}
      : { resolveModuleNameLiterals: (names) => names.map(() => ({ resolvedModule: undefined })) }),
  };
}

function check(asked: Asked): { problems: TypeProblem[]; more: number } {
  const program = programOf(asked);
  const file = learnerFileOf(asked.file);
  const parsed = program.getSourceFile(file);
  // What cannot be read is told better by the stage after this one.
  if (parsed === undefined || program.getSyntacticDiagnostics(parsed).length > 0) return { problems: [], more: 0 };
  const found = program
    .getSemanticDiagnostics(parsed)
    .filter((one) => one.category === ts.DiagnosticCategory.Error)
    .map((one): TypeProblem => {
      const { line, character } = parsed.getLineAndCharacterOfPosition(one.start ?? 0);
      const message = ts
        .flattenDiagnosticMessageText(one.messageText, ' ')
        .replace(/\s+/g, ' ')
        .slice(0, messageCharsMax);
      return { code: `TS${one.code}`, message, line: line + 1, column: character + 1 };
    });
  return { problems: found.slice(0, problemsMax), more: Math.max(0, found.length - problemsMax) };
}

/** Reads and binds the libraries, once; that takes longer than most files, and is no fault of the first one. */
function warmUp(surroundings: Surroundings): void {
  const { last, warm } = worlds[surroundings];
  if (last !== undefined) return;
  const asked = { file: 'solution.ts', source: warm, surroundings };
  check(asked);
  forgetTypes(asked);
}

function readOrUndefined(file: string): string | undefined {
  return isInside(file) === 'file' ? fs.readFileSync(file, 'utf8') : undefined;
}

/** Anything outside its folder is refused with an exception by --permission, and does not exist for the compiler. */
function isInside(file: string): 'file' | 'folder' | null {
  if (!file.startsWith(`${here}${path.sep}`)) return null;
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? null : stat.isDirectory() ? 'folder' : 'file';
}

let pending = '';
socket.setEncoding('utf8');
socket.on('data', (chunk: string) => {
  pending += chunk;
  for (let end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
    const request = JSON.parse(pending.slice(0, end)) as CheckRequest;
    pending = pending.slice(end + 1);
    warmUp(request.surroundings);
    // Said before it begins: a file that never ends would keep it from being sent.
    say({ type: 'started', id: request.id }, () => {
      say({ type: 'checked', id: request.id, ...check(request) });
      // Once the answer is on its way, so that nobody waits for it but who comes in the same moment.
      forgetTypes(request);
    });
  }
});
// The pipe closes when the sandbox process is gone, however it went.
socket.on('close', () => process.kill(process.pid, 'SIGKILL'));
socket.on('error', () => process.kill(process.pid, 'SIGKILL'));

// The libraries are read and bound now, while the first who asked is told that types are being checked.
warmUp('language');
say({ type: 'ready' });
