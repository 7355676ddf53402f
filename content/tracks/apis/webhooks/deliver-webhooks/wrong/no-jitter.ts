// caught by: spreads the second attempts of events that failed together
import { Hono } from 'hono';

export const app = new Hono();

const endpoint = 'https://partner.test/hooks';
const key = crypto.subtle.importKey(
  'raw',
  new TextEncoder().encode('a key that only we and the partner know'),
  { name: 'HMAC', hash: 'SHA-256' },
  false,
  ['sign'],
);

const timeLimitMs = 15_000;
const waitsMs = [5_000, 300_000, 1_800_000, 7_200_000];
const jitter = 0;

type Event = {
  id: string;
  /** Written once, so that every attempt sends and signs the same bytes. */
  body: string;
  state: 'pending' | 'delivered' | 'failed';
  attempts: number;
};
const events = new Map<string, Event>();

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function sign(text: string) {
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(text)));
  return `v1,${btoa(String.fromCharCode(...mac))}`;
}

async function attempt({ id, body }: Event): Promise<'delivered' | 'gone' | 'failed'> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimitMs),
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': await sign(`${id}.${timestamp}.${body}`),
      },
      body,
    });
    if (answer.status === 410) return 'gone';
    return answer.ok ? 'delivered' : 'failed';
  } catch {
    return 'failed'; // No connection, or no answer in time: to the event it is all the same.
  }
}

async function deliver(event: Event) {
  for (;;) {
    event.attempts++;
    const outcome = await attempt(event);
    const waitMs = waitsMs[event.attempts - 1];
    if (outcome === 'delivered') event.state = 'delivered';
    else if (outcome === 'gone' || waitMs === undefined) event.state = 'failed';
    if (event.state !== 'pending') return;
    await sleep(waitMs * (1 + jitter * Math.random()));
  }
}

app.post('/events', async (c) => {
  const { id, type, data } = await c.req.json();
  if (!events.has(id)) {
    const event: Event = { id, body: JSON.stringify({ type, data }), state: 'pending', attempts: 0 };
    events.set(id, event);
    void deliver(event); // It never rejects: attempt() catches what can go wrong.
  }
  return c.body(null, 202);
});

app.get('/events/:id', (c) => {
  const event = events.get(c.req.param('id'));
  return event ? c.json({ state: event.state, attempts: event.attempts }) : c.body(null, 404);
});
