import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { storeModules } from '#lib/store-modules';
import { storeTypes, storeTypesOf } from '#lib/store-types';
import { readServiceTypes } from '../../app/api/editor-types/declarations.ts';

const root = path.join(import.meta.dirname, '..', '..');
const exercise = 'content/tracks/apis/status-codes-and-problem-details/book-a-seat/solution.ts';

/** A program that knows what the editor is sent and TypeScript's own library, and nothing else. */
function problemsOf(source: string, more = ''): string[] {
  const { files, modules } = readServiceTypes(root);
  const texts = new Map(files.map(({ path: name, content }) => [`/${name}`, content]));
  texts.set('/solution.ts', source);
  texts.set('/stores.d.ts', more);
  const libraries = path.dirname(ts.getDefaultLibFilePath({}));
  const read = (name: string) =>
    texts.get(name) ?? (name.startsWith(libraries) && fs.existsSync(name) ? fs.readFileSync(name, 'utf8') : undefined);
  const options: ts.CompilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, types: [] },
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2024.d.ts', 'lib.webworker.d.ts'],
    paths: Object.fromEntries(Object.entries(modules).map(([name, file]) => [name, [`/${file}`]])),
  };
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    directoryExists: () => true,
    realpath: (name) => name,
    getCurrentDirectory: () => '/',
    fileExists: (name) => read(name) !== undefined,
    readFile: read,
    getSourceFile: (name, target) => {
      const text = read(name);
      return text === undefined ? undefined : ts.createSourceFile(name, text, target);
    },
  };
  const program = ts.createProgram(['/solution.ts', '/underpin.d.ts', '/stores.d.ts'], options, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile('/solution.ts'))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test('the editor knows Hono, zod and underpin: a right service has no problem, a misspelt method has one', () => {
  expect(problemsOf(fs.readFileSync(path.join(root, exercise), 'utf8'))).toEqual([]);
  const misspelt = `import { Hono } from 'hono'; import { z } from 'zod'; import { db } from 'underpin';
    export const app = new Hono(); app.gett('/'); const { a } = z.object({ a: z.number() }).parse({}); a.trim(); db.querry('');`;
  expect(problemsOf(misspelt)).toEqual([
    expect.stringContaining("'gett'"),
    expect.stringContaining("'trim'"),
    expect.stringContaining("'querry'"),
  ]);
});

const lab = 'content/tracks/security/path-traversal-and-uploads/read-the-download-key';

test.each(['starter.ts', 'service.ts', 'solution.ts', 'exploits/d-the-neighbour.ts'])(
  'the editor knows what both files of a lab import: %s has no problem',
  (name) => {
    expect(problemsOf(fs.readFileSync(path.join(root, lab, name), 'utf8'))).toEqual([]);
  },
);

test('in a lab, what an exploit and a service misspell is a problem', () => {
  const misspelt = `import { files, mail, type Target } from 'underpin';
    export const exploit = async ({ request, other }: Target) => (await request('GET', '/', { qurey: {} })).json;
    void files.raed('/'); void mail.send({ to: 'a' });`;
  expect(problemsOf(misspelt)).toEqual([
    expect.stringContaining("'other'"),
    expect.stringContaining("'qurey'"),
    expect.stringContaining("'raed'"),
    expect.stringContaining('subject'),
  ]);
});

test('in an exercise with a database, a right call has no problem and what is misspelt has one', () => {
  const source = `import { createClient, type RedisClientType } from 'redis';
    import { MongoClient, type Db } from 'mongodb';
    export async function right(client: RedisClientType, db: Db): Promise<number> {
      await client.set('a', 1, { EX: 10, NX: true });
      await client.hSet('b', { c: 1 });
      const [first] = await client.zRangeWithScores('z', 0, -1, { REV: true });
      const [books] = await db.collection('books').find({}).sort({ price: -1 }).limit(1).toArray();
      await client.multi().incr('a').expire('a', 60).exec();
      return (first?.score ?? 0) + books.price + (await client.ttl('a'));
    }
    export const both = async () => right(await createClient().connect(), new MongoClient().db());`;
  expect(problemsOf(source, storeTypesOf(storeModules))).toEqual([]);
  expect(storeTypesOf([])).toBe('');
  expect(problemsOf(source, storeTypesOf(['redis']))[0]).toContain("Cannot find module 'mongodb'");
  const misspelt = `import type { RedisClientType } from 'redis'; import type { Db } from 'mongodb';
    export const wrong = (client: RedisClientType, db: Db) => [client.zadd, client.lPush('a', 1), db.collection('a').fnid()];`;
  expect(problemsOf(misspelt, storeTypes)).toEqual([
    expect.stringContaining("'zadd'"),
    expect.stringContaining("'number'"),
    expect.stringContaining("'fnid'"),
  ]);
});
