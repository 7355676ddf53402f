import path from 'node:path';
import type { NextRequest } from 'next/server';
import { createElement, type ReactElement } from 'react';
import type { Browser } from '../browser.ts';
import { textOfPage } from '../page-text.ts';
import type { Owned, ownedWorld } from './owned.ts';
import type { PageRow } from './pages.ts';
import type { Actor, Method, RouteRow } from './routes.ts';

export const app = path.join(import.meta.dirname, '../../../app');

/** What the routes and pages of the tables need to be there. */
export const environment = {
  AUTH_OIDC_ISSUER: 'http://localhost:9',
  AUTH_OIDC_ID: 'id',
  AUTH_OIDC_SECRET: 'secret',
  OFFLINE_READING: 'off',
};

type Handler = (request: NextRequest, context: { params: Promise<never> }) => Promise<Response>;
type Handlers = Record<Method, Handler>;
type World = Awaited<ReturnType<typeof ownedWorld>>;
type Page = { default: (props: object) => ReactElement | Promise<ReactElement> };

export const handlersOf = async (route: string) => (await import(path.join(app, route, 'route.ts'))) as Handlers;

/** Sends a row of the table of routes as one of the actors. */
export async function ask(
  row: RouteRow,
  actor: Actor,
  { owned, browsers }: World,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
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

/** The text of a page of the table as somebody's browser gets it. */
export async function show(
  { page, params = () => ({}), search = () => ({}) }: PageRow,
  browser: Browser,
  owned: Owned,
): Promise<string> {
  const { default: Component } = (await import(path.join(app, page, 'page.tsx'))) as Page;
  const props = { params: Promise.resolve(params(owned)), searchParams: Promise.resolve(search(owned)) };
  const response = await browser.call(
    async () => new Response(await textOfPage(createElement(Component, props))),
    `/${page}`,
  );
  return response.text();
}
