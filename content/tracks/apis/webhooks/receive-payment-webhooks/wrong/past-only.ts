// caught by: takes a timestamp up to 300 seconds old or ahead, and no more
import { Hono } from 'hono';

export const app = new Hono();

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const toleranceSeconds = 300;

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const key = crypto.subtle.importKey(
  'raw',
  bytesOf(secret.slice('whsec_'.length)),
  { name: 'HMAC', hash: 'SHA-256' },
  false,
  ['sign', 'verify'],
);

/** What is signed: the id, the time and the bytes of the body, with full stops between them. */
function signed(id: string, timestamp: string, body: Uint8Array) {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const all = new Uint8Array(head.length + body.length);
  all.set(head);
  all.set(body, head.length);
  return all;
}

export async function signatureOf(id: string, timestamp: string, body: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', await key, signed(id, timestamp, new TextEncoder().encode(body)));
  return `v1,${btoa(String.fromCharCode(...new Uint8Array(mac)))}`;
}

async function isSigned(signatures: string, data: Uint8Array<ArrayBuffer>) {
  for (const entry of signatures.split(' ')) {
    if (!/^v1,[A-Za-z0-9+/]{43}=$/.test(entry)) continue;
    if (await crypto.subtle.verify('HMAC', await key, bytesOf(entry.slice(3)), data)) return true;
  }
  return false;
}

const isFresh = (timestamp: string) =>
  /^\d+$/.test(timestamp) && Date.now() / 1000 - Number(timestamp) <= toleranceSeconds;

/** Both grow: in production they are tables, and old ids are deleted once the provider has given up for certain. */
const accepted = new Set<string>();
const paidCents = new Map<string, number>();

app.post('/webhooks/payments', async (c) => {
  const id = c.req.header('webhook-id');
  const timestamp = c.req.header('webhook-timestamp');
  const signatures = c.req.header('webhook-signature');
  const body = new Uint8Array(await c.req.arrayBuffer());
  if (!id || !timestamp || !signatures || !isFresh(timestamp)) return c.body(null, 401);
  if (!(await isSigned(signatures, signed(id, timestamp, body)))) return c.body(null, 401);

  // No await from here on: two deliveries at the same moment pass one after the other.
  if (accepted.has(id)) return c.body(null, 204);
  accepted.add(id);
  const event = JSON.parse(new TextDecoder().decode(body));
  if (event.type === 'payment.succeeded') {
    const order = String(event.data.order);
    paidCents.set(order, (paidCents.get(order) ?? 0) + event.data.amountCents);
  }
  return c.body(null, 204);
});

app.get('/orders/:order', (c) => c.json({ paidCents: paidCents.get(c.req.param('order')) ?? 0 }));
