import { drive } from './drive.ts';
import type { Guest } from './guest-stock.ts';

/**
 * Goes once the way that most services go, so that V8 compiles what a service uses and the code cache made afterwards has
 * it: routes, a checked body, JSON, text, an error. The guest is of no use to a learner then.
 */
export async function warmUp(guest: Guest, timeoutMs: number): Promise<void> {
  const deadlineMs = performance.now() + timeoutMs;
  await guest.call('allow', ['[]'], timeoutMs);
  await guest.call('load', [service], timeoutMs);
  // The second round finds the module loaded again, as each test does.
  for (let round = 0; round < 2; round++) {
    await guest.call('openBatch', [`${requests.length}`], timeoutMs);
    for (const [index, request] of requests.entries()) {
      await guest.call('beginRequest', [`${index}`, JSON.stringify(request)], timeoutMs);
    }
    await drive(guest, deadlineMs, () => undefined);
    await guest.call('endTest', [], timeoutMs);
    await guest.call('reload', [], timeoutMs);
  }
}

const service = `
const { Hono } = require('hono');
const { HTTPException } = require('hono/http-exception');
const { z } = require('zod');
const item = z.object({ title: z.string().min(1).max(80), count: z.number().int().positive().optional() });
const app = new Hono();
app.use(async (c, next) => { await next(); c.header('x-request-id', c.req.header('x-request-id') ?? crypto.randomUUID()); });
app.onError((error, c) => (error instanceof HTTPException ? error.getResponse() : c.json({ code: 'fault' }, 500)));
app.get('/items', (c) => c.json([{ limit: Number(c.req.query('limit') ?? 20) }]));
app.get('/items/:id', (c) => (c.req.param('id') === '1' ? c.json({ id: 1 }) : c.json({ code: 'missing' }, 404)));
app.post('/items', async (c) => {
  const body = item.safeParse(await c.req.json());
  if (!body.success) return c.json({ issues: body.error.issues }, 400);
  return c.json(body.data, 201, { location: '/items/1' });
});
app.delete('/items/:id', (c) => c.body(null, 204));
app.get('/text', (c) => c.text(new URL(c.req.url).pathname));
app.get('/wrong', () => { throw new HTTPException(409, { message: 'conflict' }); });
exports.app = app;
`;

const origin = 'http://service.test';
const json: [string, string][] = [['content-type', 'application/json']];
const requests = [
  { method: 'GET', url: `${origin}/items?limit=2`, headers: [], body: '' },
  { method: 'GET', url: `${origin}/items/1`, headers: [['x-request-id', 'one']], body: '' },
  { method: 'POST', url: `${origin}/items`, headers: json, body: '{"title":"Write","count":1}' },
  { method: 'POST', url: `${origin}/items`, headers: json, body: '{"title":""}' },
  { method: 'DELETE', url: `${origin}/items/1`, headers: [], body: '' },
  { method: 'GET', url: `${origin}/text`, headers: [], body: '' },
  { method: 'GET', url: `${origin}/wrong`, headers: [], body: '' },
  { method: 'GET', url: `${origin}/nowhere`, headers: [], body: '' },
];
