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

test('takes a timestamp up to 300 seconds old or ahead, and no more', async (fixtures) => {
  for (const [delay, status] of [
    [299, 204],
    [-299, 204],
    [301, 401],
    [-302, 401],
  ]) {
    const sent = await delivery(fixtures, `evt_${delay}`, payment(7, 1), delay);
    const answer = await fixtures.request('POST', '/webhooks/payments', sent);
    expect(answer.status, `A timestamp ${delay} seconds in the past`).toBe(status);
  }
  expect(await paid(fixtures, 7)).toEqual({ paidCents: 2 });
});

test('refuses a new timestamp or a new id under an old signature', async (fixtures) => {
  const sent = await delivery(fixtures, 'evt_1', payment(7, 1450));
  await fixtures.clock.advance(200_000);
  const now = String(Math.floor((await fixtures.clock.now()) / 1000));
  const changes: Record<string, string>[] = [{ 'webhook-timestamp': now }, { 'webhook-id': 'evt_2' }];
  for (const field of changes) {
    const answer = await fixtures.request('POST', '/webhooks/payments', {
      ...sent,
      headers: { ...sent.headers, ...field },
    });
    expect(answer.status, `Changed: ${Object.keys(field)[0]}`).toBe(401);
  }
  expect(await paid(fixtures, 7)).toEqual({ paidCents: 0 });
});

test('refuses a timestamp that is no number of seconds, even signed', async (fixtures) => {
  for (const timestamp of ['soon', '1e9', '-5', '']) {
    const signature = await fixtures.reference.evaluate(mac, secret, `evt_1.${timestamp}.${payment(7, 1)}`);
    const headers = { 'webhook-id': 'evt_1', 'webhook-timestamp': timestamp, 'webhook-signature': signature };
    const answer = await fixtures.request('POST', '/webhooks/payments', { headers, body: payment(7, 1) });
    expect(answer.status, `webhook-timestamp: ${timestamp}`).toBe(401);
  }
});

test('takes one right v1 entry among several, and no other version', async (fixtures) => {
  const sent = await delivery(fixtures, 'evt_1', payment(7, 1450));
  const right = sent.headers['webhook-signature'];
  const other = await fixtures.reference.evaluate(mac, 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'x');
  const send = (signatures: string) =>
    fixtures.request('POST', '/webhooks/payments', {
      ...sent,
      headers: { ...sent.headers, 'webhook-signature': signatures },
    });
  expect((await send(right.replace('v1,', 'v1a,'))).status, 'The right bytes as v1a').toBe(401);
  expect((await send(right.replace('v1,', 'v2,'))).status, 'The right bytes as v2').toBe(401);
  expect((await send(right.replace('v1,', ''))).status, 'The right bytes without a version').toBe(401);
  expect((await send(other)).status, 'A v1 entry of another key').toBe(401);
  expect((await send('v1,abc')).status, 'A v1 entry that is too short').toBe(401);
  expect((await send('v1,')).status, 'An empty v1 entry').toBe(401);
  expect(await paid(fixtures, 7)).toEqual({ paidCents: 0 });
  expect((await send(`v1a,abc ${other} ${right}`)).status, 'The right entry as the third').toBe(204);
  expect(await paid(fixtures, 7)).toEqual({ paidCents: 1450 });
});

test('a forged delivery does not use up the id', async (fixtures) => {
  const sent = await delivery(fixtures, 'evt_1', payment(7, 1450));
  const forged = { ...sent, body: payment(7, 1) };
  expect((await fixtures.request('POST', '/webhooks/payments', forged)).status).toBe(401);
  expect((await fixtures.request('POST', '/webhooks/payments', sent)).status).toBe(204);
  expect(await paid(fixtures, 7)).toEqual({ paidCents: 1450 });
});

test('books once what is delivered twice at the same moment', async (fixtures) => {
  const sent = await delivery(fixtures, 'evt_1', payment(7, 1450));
  const answers = await Promise.all([1, 2, 3].map(() => fixtures.request('POST', '/webhooks/payments', sent)));
  expect(answers.map((answer) => answer.status)).toEqual([204, 204, 204]);
  expect(await paid(fixtures, 7)).toEqual({ paidCents: 1450 });
});

test('remembers an id for as long as the provider repeats it', async (fixtures) => {
  await fixtures.request('POST', '/webhooks/payments', await delivery(fixtures, 'evt_1', payment(7, 1450)));
  await fixtures.clock.advance(70 * 3600 * 1000);
  const again = await delivery(fixtures, 'evt_1', payment(7, 1450));
  expect((await fixtures.request('POST', '/webhooks/payments', again)).status).toBe(204);
  expect(await paid(fixtures, 7)).toEqual({ paidCents: 1450 });
});

test('accepts events of other types and changes nothing', async (fixtures) => {
  for (const type of ['payment.failed', 'payment.succeeded.late', 'refund.created']) {
    const body = JSON.stringify({ type, data: { order: 7, amountCents: 1450 } });
    const answer = await fixtures.request('POST', '/webhooks/payments', await delivery(fixtures, `evt_${type}`, body));
    expect(answer.status, type).toBe(204);
  }
  expect(await paid(fixtures, 7)).toEqual({ paidCents: 0 });
});

test('agrees with the sums of random deliveries, some of them repeated or forged', async (fixtures) => {
  const { random, request } = fixtures;
  const sums: Record<number, number> = { 1: 0, 2: 0, 3: 0 };
  const done = new Set<string>();
  for (let turn = 0; turn < 25; turn++) {
    const id = `evt_${random.int(1, 12)}`;
    const [order, amount] = [random.int(1, 3), random.int(1, 5000)];
    const sent = await delivery(fixtures, id, payment(order, amount));
    const isForged = random.int(1, 4) === 1;
    const answer = await request(
      'POST',
      '/webhooks/payments',
      isForged ? { ...sent, body: payment(order, amount + 1) } : sent,
    );
    expect(answer.status).toBe(isForged ? 401 : 204);
    if (!isForged && !done.has(id)) sums[order] += amount;
    if (!isForged) done.add(id);
  }
  for (const order of [1, 2, 3]) expect(await paid(fixtures, order)).toEqual({ paidCents: sums[order] });
});
