import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';

export const app = new Hono<{ Variables: { requestId: string; user: string } }>();

const badges: Record<string, { user: string; roles: string[] }> = {
  'ada-7Qx': { user: 'ada', roles: ['manager', 'clerk'] },
  'ben-2Kd': { user: 'ben', roles: ['clerk'] },
};

let rebuilds = 0;

function admit(path: string, authorization: string | undefined) {
  const [scheme, token, ...rest] = (authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'bearer' || !token || rest.length > 0) {
    throw new HTTPException(401, {
      res: new Response('no badge', { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } }),
    });
  }
  if (!Object.hasOwn(badges, token)) {
    const headers = { 'WWW-Authenticate': 'Bearer error="invalid_token"' };
    throw new HTTPException(401, { res: new Response('not valid', { status: 401, headers }) });
  }
  const { user, roles } = badges[token];
  if (/^\/reports\//.test(path) && !roles.includes('manager')) throw new HTTPException(403, { message: 'no' });
  return user;
}

app.use(async (c, next) => {
  let id = c.req.header('X-Request-Id');
  if (!id || !id.match(/^[a-z\d-]{8,64}$/i)) id = crypto.randomUUID();
  c.set('requestId', id);
  c.header('X-Request-Id', id);
  if (!(c.req.path === '/health' && (c.req.method === 'GET' || c.req.method === 'HEAD'))) {
    c.set('user', admit(c.req.path, c.req.header('Authorization')));
  }
  await next();
});

app.onError((error, c) => {
  const response = error instanceof HTTPException ? error.getResponse() : new Response('failed', { status: 500 });
  const headers = new Headers(response.headers);
  headers.set('x-request-id', c.get('requestId'));
  return new Response(response.body, { status: response.status, headers });
});

app
  .get('/health', (c) => c.json({ ok: true }))
  .get('/health/connections', (c) => c.json({ open: 3 }))
  .get('/me', (c) => c.json({ user: c.get('user'), requestId: c.get('requestId') }))
  .get('/reports/sales', (c) => c.json({ sold: 412, rebuilds }))
  .post('/reports/rebuild', (c) => c.json({ rebuilds: ++rebuilds }, 202));
