import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { z } from 'zod';
import { log } from './log.ts';

/** On every answer, and in the log lines that belong to it: what a learner can quote and an operator can search for. */
export const requestIdHeader = 'x-request-id';

/** Asked every few seconds by monitors; a line for each would bury the others. */
const monitored = ['/api/health', '/api/ready', '/api/metrics'];

/**
 * One line for each request, once it is answered or its sender has gone. Files of the build are left out. Ends when what
 * it returns is called.
 */
export function logRequests(routes: Route[] = builtRoutes()): () => void {
  const note = (message: unknown): void => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const startedMs = performance.now();
    const id = randomUUID();
    // Over whatever the client may have sent under this name: it would stand in the log.
    request.headers[requestIdHeader] = id;
    response.setHeader(requestIdHeader, id);
    const [pathname = ''] = (request.url ?? '').split('?');
    if (pathname.startsWith('/_next/')) return;
    const { method = '' } = request;
    response.once('close', () => {
      const status = response.headersSent ? response.statusCode : null;
      if (monitored.includes(pathname) && status === 200) return;
      const ended = response.writableFinished ? {} : { ended: 'early' };
      const durationMs = Math.round(performance.now() - startedMs);
      log('info', 'request', { request: id, method, route: routeOf(pathname, routes), status, durationMs, ...ended });
    });
  };
  subscribe('http.server.request.start', note);
  return () => void unsubscribe('http.server.request.start', note);
}

export type Route = { page: string; regex: RegExp };

const manifestSchema = z.object({
  staticRoutes: z.array(z.object({ page: z.string(), regex: z.string() })),
  dynamicRoutes: z.array(z.object({ page: z.string(), regex: z.string() })),
});

/** `/practice/[exercise]`, never the path itself: into an address people type anything. Null where no page is. */
export function routeOf(pathname: string, routes: Route[]): string | null {
  return routes.find(({ regex }) => regex.test(pathname))?.page ?? null;
}

/** The addresses that the build has made, the most particular first. None while developing. */
function builtRoutes(): Route[] {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), '.next', 'routes-manifest.json');
  if (!existsSync(file)) return [];
  const { staticRoutes, dynamicRoutes } = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
}
