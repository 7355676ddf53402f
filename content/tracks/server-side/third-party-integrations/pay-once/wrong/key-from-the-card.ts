// caught by: sends the same key with every call for a payment, and another for another
import { Hono } from 'hono';

type Order = { amountCents: number; token: string };
type Final = { status: 'paid'; charge: string } | { status: 'declined'; reason: string };
type Outcome = Final | { status: 'again' } | { status: 'failed' };

const limitMs = 3000;
const pausesMs = [200, 400];

export const app = new Hono();

/** What is known for certain. The rest is asked again, with the same key. */
const finals = new Map<string, Final>();

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function charge(key: string, order: Order): Promise<Outcome> {
  try {
    const answer = await fetch('https://pay.test/v1/charges', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(order),
      signal: AbortSignal.timeout(limitMs),
    });
    if (answer.status === 201) return { status: 'paid', charge: (await answer.json()).id };
    if (answer.status === 402) return { status: 'declined', reason: (await answer.json()).reason };
    return { status: answer.status === 429 || answer.status >= 500 ? 'again' : 'failed' };
  } catch {
    return { status: 'again' };
  }
}

async function chargePatiently(key: string, order: Order): Promise<Outcome> {
  for (const pauseMs of pausesMs) {
    const outcome = await charge(key, order);
    if (outcome.status !== 'again') return outcome;
    await wait(pauseMs);
  }
  return charge(key, order);
}

app.put('/payments/:id', async (c) => {
  const id = c.req.param('id');
  const { amountCents, token } = await c.req.json<Order>();
  const outcome = finals.get(id) ?? (await chargePatiently(`${token}-${amountCents}`, { amountCents, token }));
  switch (outcome.status) {
    case 'paid':
      finals.set(id, outcome);
      return c.json(outcome, 200);
    case 'declined':
      finals.set(id, outcome);
      return c.json(outcome, 422);
    case 'failed':
      return c.json(outcome, 502);
    case 'again':
      return c.json({ status: 'unknown' }, 503);
  }
});
