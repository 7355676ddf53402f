// caught by: tells a token that is not valid from none
import { Hono } from 'hono';

type Variables = { requestId: string; user: string };

export const app = new Hono<{ Variables: Variables }>();

const badges = new Map([
  ['ada-7Qx', { user: 'ada', roles: ['manager', 'clerk'] }],
  ['ben-2Kd', { user: 'ben', roles: ['clerk'] }],
]);

let rebuilds = 0;

app.use('*', async (c, next) => {
  const given = c.req.header('x-request-id') ?? '';
  const requestId = /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : crypto.randomUUID();
  c.set('requestId', requestId);
  await next();
  c.header('X-Request-Id', requestId);
});

app.use('*', async (c, next) => {
  const isOpen = c.req.path === '/health' && ['GET', 'HEAD'].includes(c.req.method);
  if (isOpen) return next();

  const [, token] = /^Bearer ([^ ]+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  if (token === undefined) return c.text('Show your badge', 401, { 'WWW-Authenticate': 'Bearer' });

  const badge = badges.get(token);
  if (!badge) return c.text('Unknown badge', 401, { 'WWW-Authenticate': 'Bearer' });
  if (c.req.path.startsWith('/reports/') && !badge.roles.includes('manager')) return c.text('Managers only', 403);

  c.set('user', badge.user);
  await next();
});

app.get('/health', (c) => c.json({ ok: true }));
app.get('/health/connections', (c) => c.json({ open: 3 }));
app.get('/me', (c) => c.json({ user: c.get('user'), requestId: c.get('requestId') }));
app.get('/reports/sales', (c) => c.json({ sold: 412, rebuilds }));
app.post('/reports/rebuild', (c) => {
  rebuilds++;
  return c.json({ rebuilds }, 202);
});
