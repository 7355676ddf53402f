import { Hono } from 'hono';

type Variables = { requestId: string; user: string };

export const app = new Hono<{ Variables: Variables }>();

const badges = new Map([
  ['ada-7Qx', { user: 'ada', roles: ['manager', 'clerk'] }],
  ['ben-2Kd', { user: 'ben', roles: ['clerk'] }],
]);

let rebuilds = 0;

app.get('/health', (c) => c.json({ ok: true }));
app.get('/health/connections', (c) => c.json({ open: 3 }));
app.get('/me', (c) => c.json({ user: c.get('user'), requestId: c.get('requestId') }));
app.get('/reports/sales', (c) => c.json({ sold: 412, rebuilds }));
app.post('/reports/rebuild', (c) => {
  rebuilds++;
  return c.json({ rebuilds }, 202);
});
