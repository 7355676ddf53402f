import { Hono } from 'hono';

export const app = new Hono();

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

export async function signatureOf(id: string, timestamp: string, body: string): Promise<string> {
  const raw = new Uint8Array([...atob(secret.replace('whsec_', ''))].map((character) => character.charCodeAt(0)));
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${id}.${timestamp}.${body}`));
  return 'v1,' + btoa([...new Uint8Array(mac)].map((byte) => String.fromCharCode(byte)).join(''));
}

/** Looks at every character, whatever the first ones are. */
function isEqual(a: string, b: string) {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

type Payment = { order: number; amountCents: number };
/** What each id stood for; a sum is made when it is asked for. */
const events = new Map<string, Payment | null>();

app.use('/webhooks/*', async (c, next) => {
  const id = c.req.header('webhook-id') ?? '';
  const timestamp = c.req.header('webhook-timestamp') ?? '';
  const given = (c.req.header('webhook-signature') ?? '').split(' ');
  const seconds = /^[0-9]+$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  const now = Math.floor(Date.now() / 1000);
  const isFresh = seconds >= now - 300 && seconds <= now + 300;
  const right = await signatureOf(id, timestamp, await c.req.text());
  if (id === '' || !isFresh || !given.some((entry) => isEqual(entry, right))) return c.text('no', 401);
  await next();
});

app.post('/webhooks/payments', async (c) => {
  const { type, data } = await c.req.json();
  const id = c.req.header('webhook-id')!;
  if (!events.has(id)) events.set(id, type === 'payment.succeeded' ? data : null);
  return c.body(null, 204);
});

app.get('/orders/:order', (c) => {
  let paidCents = 0;
  for (const event of events.values())
    if (event?.order === Number(c.req.param('order'))) paidCents += event.amountCents;
  return c.json({ paidCents });
});
