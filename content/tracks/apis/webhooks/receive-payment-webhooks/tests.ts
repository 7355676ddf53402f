const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** Signs as the provider does, in the isolate of the reference, which has Web Crypto. */
const mac = async (_, secret: string, text: string) => {
  const raw = Uint8Array.from(atob(secret.slice(6)), (character) => character.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
  return `v1,${btoa(String.fromCharCode(...bytes))}`;
};

/** A delivery as the provider makes it; `delay` is how many seconds old its timestamp is. */
async function delivery({ reference, clock }: Fixtures, id: string, body: string, delay = 0) {
  const timestamp = String(Math.floor((await clock.now()) / 1000) - delay);
  const signature = await reference.evaluate(mac, secret, `${id}.${timestamp}.${body}`);
  return {
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    } as Record<string, string>,
    body,
  };
}

const payment = (order: number, amountCents: number) =>
  JSON.stringify({ type: 'payment.succeeded', data: { order, amountCents } });

const paid = async ({ request }: Fixtures, order: number) => (await request('GET', `/orders/${order}`)).json;

test('signs the example of Standard Webhooks as its libraries do', async ({ call }) => {
  expect(await call('signatureOf', 'msg_p5jXN8AQM9LWM0D4loKWxJek', '1614265330', '{"test": 2432232314}')).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  );
});

test('adds a signed payment to its order', async (fixtures) => {
  expect(await paid(fixtures, 7)).toEqual({ paidCents: 0 });
  const answer = await fixtures.request(
    'POST',
    '/webhooks/payments',
    await delivery(fixtures, 'evt_1', payment(7, 1450)),
  );
  expect(answer.status).toBe(204);
  await fixtures.request('POST', '/webhooks/payments', await delivery(fixtures, 'evt_2', payment(7, 50)));
  expect(await paid(fixtures, 7)).toEqual({ paidCents: 1500 });
});

test('verifies the body as it was sent, spaces and all', async (fixtures) => {
  const body =
    '{ "data": { "amountCents": 1.45e3, "order": 7, "note": "f\u00fcr Zo\\u00eb" },\n  "type": "payment.succeeded" }\n';
  const answer = await fixtures.request('POST', '/webhooks/payments', await delivery(fixtures, 'evt_1', body));
  expect(answer.status).toBe(204);
  expect(await paid(fixtures, 7)).toEqual({ paidCents: 1450 });
});

test('refuses a body that was changed on the way', async (fixtures) => {
  const sent = await delivery(fixtures, 'evt_1', payment(7, 1450));
  const answer = await fixtures.request('POST', '/webhooks/payments', { ...sent, body: payment(7, 9999) });
  expect(answer.status).toBe(401);
  expect(await paid(fixtures, 7)).toEqual({ paidCents: 0 });
});

test('refuses a delivery without one of the three fields', async (fixtures) => {
  for (const field of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
    const sent = await delivery(fixtures, 'evt_1', payment(7, 1450));
    delete sent.headers[field];
    expect((await fixtures.request('POST', '/webhooks/payments', sent)).status, `Without ${field}`).toBe(401);
  }
  expect(await paid(fixtures, 7)).toEqual({ paidCents: 0 });
});

test('books a payment once when it is delivered again', async (fixtures) => {
  const sent = await delivery(fixtures, 'evt_1', payment(7, 1450));
  for (let turn = 0; turn < 3; turn++) {
    expect((await fixtures.request('POST', '/webhooks/payments', sent)).status).toBe(204);
  }
  expect(await paid(fixtures, 7)).toEqual({ paidCents: 1450 });
});

test('refuses a recorded delivery that is played back later', async (fixtures) => {
  const sent = await delivery(fixtures, 'evt_1', payment(7, 1450));
  await fixtures.clock.advance(301_000);
  expect((await fixtures.request('POST', '/webhooks/payments', sent)).status).toBe(401);
  expect(await paid(fixtures, 7)).toEqual({ paidCents: 0 });
});
