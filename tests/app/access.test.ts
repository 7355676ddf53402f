import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { NextRequest } from 'next/server';
import { format, resolveConfig } from 'prettier';
import { createElement, type ReactElement } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { accessMarkdown } from './access/markdown.ts';
import { marker, ownedWorld, rowsOf, type Owned } from './access/owned.ts';
import { pageRows, type PageRow } from './access/pages.ts';
import { actors, routeRows, type Actor, type Method, type RouteRow } from './access/routes.ts';
import type { Browser } from './browser.ts';
import { grader } from './grader.ts';
import { textOfPage } from './page-text.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('next/navigation', async () => ({
  ...(await vi.importActual<object>('next/navigation')),
  useRouter: () => ({ push: () => undefined, refresh: () => undefined }),
  redirect: (to: string) => {
    throw new Error(`redirect to ${to}`);
  },
}));
vi.mock('#content/load', async () => {
  const { content } = await import('./content.ts');
  const { answeredContent } = await import('./answered-content.ts');
  const { questionContent } = await import('./question-content.ts');
  return {
    ...content,
    ...questionContent,
    exercisePage: (id: string) => content.exercisePage(id) ?? answeredContent.exercisePage(id),
    exerciseSecrets: (id: string) => content.exerciseSecrets(id) ?? answeredContent.exerciseSecrets(id),
    searchIndex: () => ({}),
    searchTexts: () => ({}),
    searchVersion: () => 'v1',
  };
});
vi.mock('#sandbox/client', async () => ({
  ...(await import('./grader.ts')),
  sandboxHealth: () => Promise.resolve({ state: 'down' }),
  sandboxReadiness: () => Promise.resolve({ ready: true, missing: [] }),
  sandboxMetrics: () => Promise.resolve(null),
}));

beforeEach(() => grader.reset());

const app = path.join(import.meta.dirname, '../../app');
const methods: Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const environment = {
  AUTH_OIDC_ISSUER: 'http://localhost:9',
  AUTH_OIDC_ID: 'id',
  AUTH_OIDC_SECRET: 'secret',
  OFFLINE_READING: 'off',
};
type Handler = (request: NextRequest, context: { params: Promise<never> }) => Promise<Response>;
type Handlers = Record<Method, Handler>;

const handlersOf = async (route: string) => (await import(path.join(app, route, 'route.ts'))) as Handlers;

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

type World = Awaited<ReturnType<typeof ownedWorld>>;

async function ask(row: RouteRow, actor: Actor, { owned, browsers }: World, headers: Record<string, string> = {}) {
  const { params = {}, search = '', body } = row.sent(owned, actor);
  const at =
    row.route === 'api/auth/[...nextauth]'
      ? `/api/auth/${(params.nextauth as string[]).join('/')}`
      : `/${row.route}${search}`;
  const type = typeof body === 'string' ? 'application/x-www-form-urlencoded' : 'application/json';
  const accept = row.route.includes('forms') ? 'application/json' : '*/*';
  const handlers = await handlersOf(row.route);
  const response = await browsers[actor].call(handlers[row.method], at, {
    method: row.method,
    params,
    headers: { 'content-type': type, accept, ...headers },
    ...(body !== undefined && { body }),
  });
  return { status: response.status, text: await response.text() };
}

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

type Page = { default: (props: object) => ReactElement | Promise<ReactElement> };

async function show({ page, params = () => ({}), search = () => ({}) }: PageRow, browser: Browser, owned: Owned) {
  const { default: Component } = (await import(path.join(app, page, 'page.tsx'))) as Page;
  const props = { params: Promise.resolve(params(owned)), searchParams: Promise.resolve(search(owned)) };
  const response = await browser.call(
    async () => new Response(await textOfPage(createElement(Component, props))),
    `/${page}`,
  );
  return response.text();
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
