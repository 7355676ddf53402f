import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { beforeEach, expect, test, vi } from 'vitest';
import { app, ask, environment, handlersOf, show } from './access/asking.ts';
import { accessMarkdown } from './access/markdown.ts';
import { marker, ownedWorld, rowsOf } from './access/owned.ts';
import { pageRows } from './access/pages.ts';
import { actors, routeRows, type Method } from './access/routes.ts';
import { grader } from './grader.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('next/navigation', async () => (await import('./access/stand-ins.ts')).navigationOfTables());
vi.mock('#content/load', async () => (await import('./access/stand-ins.ts')).contentOfTables);
vi.mock('#sandbox/client', async () => (await import('./access/stand-ins.ts')).sandboxOfTables);

beforeEach(() => grader.reset());

const methods: Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

test('every route handler, with every method that it takes, is in the table', async () => {
  using world = newWorld(environment);
  const found: string[] = [];
  for (const file of globSync('**/route.ts', { cwd: app })) {
    const route = path.dirname(file);
    const handlers = await handlersOf(route);
    const unknown = { params: { nextauth: ['providers'], form: 'none', id: 'none', exercise: 'none' } };
    for (const method of methods) {
      const { status } = await world.newBrowser().call(handlers[method], '/api/auth/providers', { method, ...unknown });
      if (status !== 405) found.push(`${method} ${route}`);
    }
  }
  const listed = new Set(routeRows.map(({ method, route }) => `${method} ${route}`));
  expect(found.sort()).toEqual([...listed].sort());
});

test('every page is in the table', () => {
  const found = globSync('**/page.tsx', { cwd: app }).map((file) => path.dirname(file).replace(/^\.$/, ''));
  expect(found.sort()).toEqual(pageRows.map(({ page }) => page).sort());
});

test('docs/access-control.md says what is tested', async () => {
  const file = path.join(app, '../docs/access-control.md');
  const formatted = await format(accessMarkdown(), { ...(await resolveConfig(file)), parser: 'markdown' });
  await expect(formatted).toMatchFileSnapshot('../../docs/access-control.md');
});

for (const row of routeRows) {
  test(`${row.method} /${row.route} (${row.does}): ${row.answers.join(', ')}`, async () => {
    using world = newWorld(environment);
    const filled = await ownedWorld(world);
    const { owned } = filled;
    const before = rowsOf(world.db, owned);
    // The learner comes last: they alone may change what the others must not have changed.
    for (const actor of actors.filter((each) => each !== 'learner')) {
      const { status, text } = await ask(row, actor, filled);
      expect(status, actor).toBe(row.answers[actors.indexOf(actor)]);
      expect(text, actor).not.toContain(marker);
      if (!(row.ownerChanges && actor === 'owner')) expect(rowsOf(world.db, owned), actor).toBe(before);
    }
    const left = rowsOf(world.db, owned);
    if (row.method !== 'GET') {
      const foreign: Record<string, string>[] = [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': '', origin: 'https://evil.example' },
        { 'sec-fetch-site': '' },
      ];
      for (const headers of foreign) {
        expect((await ask(row, 'learner', filled, headers)).status, 'from another site').toBe(403);
      }
      expect(rowsOf(world.db, owned), 'from another site').toBe(left);
    }
    const { status } = await ask(row, 'learner', filled);
    expect(status, 'learner').toBe(row.answers[actors.indexOf('learner')]);
    if (row.method === 'GET' || row.changes === false) expect(rowsOf(world.db, owned), 'learner').toBe(left);
  });
}

for (const row of pageRows.filter(({ shows }) => shows !== 'everybody')) {
  test(`the page /${row.page} shows ${row.what} to nobody else`, async () => {
    using world = newWorld(environment);
    const { owned, browsers } = await ownedWorld(world);
    const before = rowsOf(world.db, owned);
    for (const actor of actors) {
      const sentAway = row.accountsOnly && (actor === 'nobody' || actor === 'guest');
      const text = await show(row, browsers[actor], owned).catch((error: Error) => error.message);
      const isHidden = row.shows === 'owner' ? actor !== 'owner' : row.ownOnly && actor !== 'learner';
      if (isHidden) expect(text, actor).toContain('404');
      else if (sentAway) expect(text, actor).toMatch(/^redirect to \/account\/sign-in/);
      else expect(text, actor).toContain('<h1');
      if (row.shows === 'link') expect(text, actor).toContain(marker);
      else if (actor !== 'learner' && row.shows !== 'owner') expect(text, actor).not.toContain(marker);
    }
    expect(rowsOf(world.db, owned)).toBe(before);
  });
}

for (const row of pageRows.filter(({ shows }) => shows === 'link')) {
  test(`the page /${row.page} tells nothing without a good link`, async () => {
    using world = newWorld(environment);
    const { owned, browsers } = await ownedWorld(world);
    const guess = { ...row, search: () => ({ token: 'guess' }) };
    expect(await show(guess, browsers.nobody, owned)).not.toContain(marker);
  });
}

test.each(pageRows.filter(({ shows }) => shows === 'everybody'))(
  'the page /$page is the same for everybody: it reaches neither cookies nor the database',
  ({ page }) => {
    const reached = modulesOf(path.join(app, page, 'page.tsx'));
    expect(reached.filter((name) => /^next\/headers$|\/db\/|app\/(auth|learner|database)\.ts$/.test(name))).toEqual([]);
  },
);

/** Every file that a page's code comes from, and every package; what is imported as a type alone is not code. */
function modulesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const code = readFileSync(file, 'utf8').replaceAll(/import type [^;]*;/g, '');
  // In the browser there is neither a cookie of ours to read nor a database.
  if (code.startsWith("'use client'")) return [];
  const specifiers = [...code.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name = '']) => name);
  return specifiers.flatMap((name) => {
    const target = fileOf(file, name);
    return target ? [target, ...modulesOf(target, seen)] : [name];
  });
}

function fileOf(from: string, name: string): string | null {
  if (/\.tsx?$/.test(name)) return path.resolve(path.dirname(from), name);
  const [, folder, rest] = /^#(\w+)\/(.*)$/.exec(name) ?? [];
  if (!folder || !rest) return null;
  return path.join(app, '..', folder, `${rest}.${folder === 'components' ? 'tsx' : 'ts'}`);
}
