import { Hono } from 'hono';

type Payment = { key: string; answer?: { body: Record<string, string>; status: 200 | 422 } };

/** A random key for each payment, kept beside its answer; time limits by a race against a timer. */
const payments = new Map<string, Payment>();
const app = new Hono();
export default app;

const later = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms));

async function attempt(key: string, body: string): Promise<Response | null> {
  const controller = new AbortController();
  const call = fetch('https://pay.test/v1/charges', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body,
    signal: controller.signal,
  }).catch(() => null);
  const response = await Promise.race([call, later(3000)]);
  if (response === null) controller.abort();
  return response;
}

app.put('/payments/:id', async (c) => {
  const id = c.req.param('id');
  const body = await c.req.text();
  const payment: Payment = payments.get(id) ?? { key: crypto.randomUUID() };
  payments.set(id, payment);
  for (let calls = 1; calls <= 3 && !payment.answer; calls++) {
    const response = await attempt(payment.key, body);
    if (response?.status === 201) {
      const { id: charge } = (await response.json()) as { id: string };
      payment.answer = { body: { status: 'paid', charge }, status: 200 };
    } else if (response?.status === 402) {
      const { reason } = (await response.json()) as { reason: string };
      payment.answer = { body: { status: 'declined', reason }, status: 422 };
    } else if (response !== null && response.status < 500 && response.status !== 429) {
      return c.json({ status: 'failed' }, 502);
    } else if (calls < 3) {
      await later(calls * 200);
    }
  }
  if (!payment.answer) return c.json({ status: 'unknown' }, 503);
  return c.json(payment.answer.body, payment.answer.status);
});
