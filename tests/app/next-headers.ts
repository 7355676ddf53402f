import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { type NextRequest, NextResponse } from 'next/server';

const requests = new AsyncLocalStorage<{ request: NextRequest; answer: NextResponse }>();

/** Stands in for `next/headers` where no Next server surrounds a handler: `vi.mock('next/headers', …)`. */
export function cookies() {
  const { request, answer } = current();
  return Promise.resolve({
    get: (name: string) => request.cookies.get(name),
    getAll: () => request.cookies.getAll(),
    set: (...given: Parameters<typeof answer.cookies.set>) => answer.cookies.set(...given),
    delete: (name: string) => answer.cookies.delete(name),
  });
}

export function headers() {
  return Promise.resolve(current().request.headers);
}

/** Runs a handler for one request; cookies it sets through `next/headers` end up on the answer, as in Next. */
export async function inRequest(request: NextRequest, handler: () => Response | Promise<Response>): Promise<Response> {
  const answer = new NextResponse();
  const response = await requests.run({ request, answer }, async () => handler());
  for (const cookie of answer.headers.getSetCookie()) response.headers.append('set-cookie', cookie);
  return response;
}

function current() {
  const store = requests.getStore();
  if (!store) throw new Error('cookies() was called outside of a request');
  return store;
}

// next-auth gets at the module by require, which vi.mock does not reach.
Object.assign(createRequire(import.meta.url)('next/headers') as object, { cookies, headers });
