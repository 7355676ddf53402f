type Answer = Awaited<ReturnType<Fixtures['request']>>;

const mediaType = (answer: Answer) => (answer.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();

/** Compares an answer with the schema GiftCard and with the values that are known. */
function expectCard(answer: Answer, status: number, known: object) {
  expect(answer.status).toBe(status);
  expect(mediaType(answer), 'The media type').toBe('application/json');
  expect(answer.json).toEqual({ code: expect.stringMatching(/^[A-HJ-NP-Z2-9]{8}$/), ...known });
}

function expectProblem(answer: Answer, status: number, what: string, more: object = {}) {
  expect(answer.status, what).toBe(status);
  expect(mediaType(answer), `The media type: ${what}`).toBe('application/problem+json');
  const members = { type: expect.any(String), title: expect.stringMatching(/./), status, ...more };
  expect(answer.json, `The problem: ${what}`).toMatchObject(members);
}

const create = ({ request }: Pick<Fixtures, 'request'>, json: unknown) => request('POST', '/gift-cards', { json });
const redeem = ({ request }: Pick<Fixtures, 'request'>, code: string, json: unknown) =>
  request('POST', `/gift-cards/${code}/redemptions`, { json });

test('creates a card and says where it is', async (fixtures) => {
  const created = await create(fixtures, { amountCents: 2500, message: 'For Zoë' });
  expectCard(created, 201, { amountCents: 2500, balanceCents: 2500, message: 'For Zoë' });
  expect(created.headers.location).toBe(`/gift-cards/${created.json.code}`);
  const found = await fixtures.request('GET', `/gift-cards/${created.json.code}`);
  expectCard(found, 200, { code: created.json.code, amountCents: 2500, balanceCents: 2500, message: 'For Zoë' });
});

test('has the message null when there is none', async (fixtures) => {
  const card = { amountCents: 500, balanceCents: 500, message: null };
  expectCard(await create(fixtures, { amountCents: 500 }), 201, card);
  expectCard(await create(fixtures, { amountCents: 500, message: null }), 201, card);
});

test('redeems a part and then the rest', async (fixtures) => {
  const { code } = (await create(fixtures, { amountCents: 2500 })).json;
  expectCard(await redeem(fixtures, code, { amountCents: 1000 }), 200, {
    code,
    amountCents: 2500,
    balanceCents: 1500,
    message: null,
  });
  expectCard(await redeem(fixtures, code, { amountCents: 1500 }), 200, {
    code,
    amountCents: 2500,
    balanceCents: 0,
    message: null,
  });
});

test('refuses more than the balance, says how much there is, and takes nothing', async (fixtures) => {
  const { code } = (await create(fixtures, { amountCents: 2500 })).json;
  expectProblem(await redeem(fixtures, code, { amountCents: 2501 }), 409, 'too much', { balanceCents: 2500 });
  expect((await fixtures.request('GET', `/gift-cards/${code}`)).json.balanceCents).toBe(2500);
});

test('answers bodies that do not fit with 422', async (fixtures) => {
  for (const json of [
    {},
    { amountCents: 499 },
    { amountCents: 20_001 },
    { amountCents: '2500' },
    { amountCents: 2500.5 },
  ]) {
    expectProblem(await create(fixtures, json), 422, JSON.stringify(json));
  }
});

test('answers a body that is not JSON with 400', async ({ request }) => {
  const headers = { 'content-type': 'application/json' };
  expectProblem(await request('POST', '/gift-cards', { headers, body: '{"amountCents": 2500' }), 400, 'half an object');
});

test('answers 404 for a card that does not exist', async (fixtures) => {
  expectProblem(await fixtures.request('GET', '/gift-cards/AAAAAAAA'), 404, 'GET');
  expectProblem(await redeem(fixtures, 'AAAAAAAA', { amountCents: 100 }), 404, 'a redemption');
});
