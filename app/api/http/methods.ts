import type { NextRequest } from 'next/server';
import { environment } from '#lib/env';
import { faultOf } from '#lib/fault';
import { log } from '../../log.ts';
import { requestIdHeader } from '../../request-log.ts';
import { securityHeaders } from '../../security/headers.ts';
import { isSameOrigin } from '../../security/same-origin.ts';
import { problem } from './problem.ts';

type Handler<Context> = (request: NextRequest, context: Context) => Response | Promise<Response>;
type Name = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
const names: Name[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * The exports of a route: what `handlers` says for its methods, and a problem document for the others. Whatever changes
 * something must be same-origin; it is checked here so that no route can forget it. Faults are logged and told apart
 * from the caller's mistakes.
 */
export function methods<Context = unknown>(
  handlers: Partial<Record<Name, Handler<Context>>>,
): Record<Name, Handler<Context>> {
  const allowed = names.filter((name) => handlers[name]);
  const entries = names.map((name) => {
    const handler = handlers[name] ?? (() => notAllowed(allowed));
    return [name, (request: NextRequest, context: Context) => answer(handler, request, context)] as const;
  });
  return Object.fromEntries(entries) as Record<Name, Handler<Context>>;
}

async function answer<Context>(handler: Handler<Context>, request: NextRequest, context: Context): Promise<Response> {
  const { baseUrl } = environment();
  const response = await guarded(handler, request, context, baseUrl);
  for (const [name, value] of Object.entries(securityHeaders({ https: baseUrl.startsWith('https:') }))) {
    response.headers.set(name, value);
  }
  // Everything here is somebody's own; no cache may keep it.
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
}

async function guarded<Context>(
  handler: Handler<Context>,
  request: NextRequest,
  context: Context,
  baseUrl: string,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request.headers, baseUrl)) {
    return problem('cross-site', 'This request does not come from a page of this site.');
  }
  try {
    return await handler(request, context);
  } catch (error) {
    log('error', 'api-fault', { request: request.headers.get(requestIdHeader), ...faultOf(error) });
    return problem('internal', 'Something went wrong on our side; nothing was changed. Try again.');
  }
}

function notAllowed(allowed: Name[]): Response {
  const response = problem('method-not-allowed', `Use ${allowed.join(' or ')} here.`);
  response.headers.set('allow', allowed.join(', '));
  return response;
}
