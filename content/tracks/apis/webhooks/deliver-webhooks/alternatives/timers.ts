import { Hono } from 'hono';

export const app = new Hono();

const keyReady = crypto.subtle.importKey(
  'raw',
  new TextEncoder().encode('a key that only we and the partner know'),
  { name: 'HMAC', hash: 'SHA-256' },
  false,
  ['sign'],
);

type Status = { state: string; attempts: number };
const known: Record<string, Status> = Object.create(null);

/** Each attempt arms the timer of the next; nothing waits in between. */
function attempt(id: string, body: string) {
  const status = known[id];
  const wait = [5, 300, 1800, 7200][status.attempts++];
  const again = () => {
    if (wait === undefined) status.state = 'failed';
    else setTimeout(() => attempt(id, body), Math.ceil(wait * 1000 + Math.random() * wait * 200));
  };
  const stop = new AbortController();
  const limit = setTimeout(() => stop.abort(), 15_000);
  const timestamp = `${Math.floor(Date.now() / 1000)}`;
  keyReady
    .then((key) => crypto.subtle.sign('HMAC', key, new TextEncoder().encode([id, timestamp, body].join('.'))))
    .then((mac) => btoa([...new Uint8Array(mac)].map((byte) => String.fromCharCode(byte)).join('')))
    .then((signature) =>
      fetch('https://partner.test/hooks', {
        method: 'POST',
        redirect: 'error',
        signal: stop.signal,
        body,
        headers: new Headers({
          'Content-Type': 'application/json',
          'Webhook-Id': id,
          'Webhook-Timestamp': timestamp,
          'Webhook-Signature': 'v1,' + signature,
        }),
      }),
    )
    .then((answer) => {
      if (answer.status >= 200 && answer.status < 300) status.state = 'delivered';
      else if (answer.status === 410) status.state = 'failed';
      else again();
    })
    .catch(again)
    .finally(() => clearTimeout(limit));
}

app.post('/events', async (c) => {
  const { id, ...event } = await c.req.json();
  if (id in known) return c.json({ id }, 202);
  known[id] = { state: 'pending', attempts: 0 };
  attempt(id, JSON.stringify({ type: event.type, data: event.data }));
  return c.json({ id }, 202);
});

app.get('/events/:id', (c) => {
  const status = known[c.req.param('id')];
  return status ? c.json(status) : c.notFound();
});
