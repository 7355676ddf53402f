import { NextRequest } from 'next/server';
import { inRequest } from './next-headers.ts';

type Handler = (request: NextRequest, context: { params: Promise<never> }) => Response | Promise<Response>;
type Sent = {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  params?: Record<string, string | string[]>;
};

export type Browser = {
  call: (handler: Handler, path: string, sent?: Sent) => Promise<Response>;
  jar: Map<string, string>;
};

const origin = 'http://localhost:3000';

/** Somebody's browser: calls route handlers, keeps cookies, and says as browsers do where a request comes from. */
export function newBrowser(): Browser {
  const jar = new Map<string, string>();

  async function call(handler: Handler, path: string, sent: Sent = {}): Promise<Response> {
    const { method = sent.body === undefined ? 'GET' : 'POST', body, params = {} } = sent;
    const headers = new Headers({ 'sec-fetch-site': 'same-origin', ...sent.headers });
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const request = new NextRequest(new URL(path, origin), { method, headers, body: text ?? null });
    const response = await inRequest(request, () =>
      handler(request, { params: Promise.resolve(params) as Promise<never> }),
    );
    for (const cookie of response.headers.getSetCookie()) keep(cookie);
    return response;
  }

  function keep(cookie: string) {
    const [pair = '', ...attributes] = cookie.split(';');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const gone = attributes.some((attribute) => /^\s*(max-age=0|expires=thu, 01 jan 1970.*)$/i.test(attribute));
    if (gone || value === '') jar.delete(name);
    else jar.set(name, value);
  }

  return { call, jar };
}
