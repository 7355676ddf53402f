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

test('takes the smallest and the largest amount', async (fixtures) => {
  for (const amountCents of [500, 20_000]) {
    expectCard(await create(fixtures, { amountCents }), 201, { amountCents, balanceCents: amountCents, message: null });
  }
});

test('refuses fields that the schema does not have', async (fixtures) => {
  const { code } = (await create(fixtures, { amountCents: 2500 })).json;
  expectProblem(await create(fixtures, { amountCents: 2500, mesage: 'x' }), 422, 'a misspelt field');
  expectProblem(await create(fixtures, { amountCents: 2500, balanceCents: 1 }), 422, 'a field of the answer');
  expectProblem(await redeem(fixtures, code, { amountCents: 100, force: true }), 422, 'a field too many');
  expect((await fixtures.request('GET', `/gift-cards/${code}`)).json.balanceCents).toBe(2500);
});

test('refuses other types', async (fixtures) => {
  for (const json of [
    [],
    null,
    'x',
    7,
    { amountCents: null },
    { amountCents: 2500, message: 5 },
    { amountCents: true },
  ]) {
    expectProblem(await create(fixtures, json), 422, JSON.stringify(json));
  }
});

test('takes a message of 200 characters and none of 201', async (fixtures) => {
  for (const character of ['a', 'ë', '😀']) {
    const message = character.repeat(200);
    expectCard(await create(fixtures, { amountCents: 900, message }), 201, {
      amountCents: 900,
      balanceCents: 900,
      message,
    });
    expectProblem(await create(fixtures, { amountCents: 900, message: `${message}a` }), 422, '201 characters');
  }
  expectCard(await create(fixtures, { amountCents: 900, message: '' }), 201, {
    amountCents: 900,
    balanceCents: 900,
    message: '',
  });
});

test('refuses amounts below 1 and fractions in a redemption', async (fixtures) => {
  const { code } = (await create(fixtures, { amountCents: 2500 })).json;
  for (const json of [{ amountCents: 0 }, { amountCents: -100 }, { amountCents: 1.5 }, { amountCents: '5' }, {}]) {
    expectProblem(await redeem(fixtures, code, json), 422, JSON.stringify(json));
  }
  expect((await fixtures.request('GET', `/gift-cards/${code}`)).json.balanceCents).toBe(2500);
  expectProblem(await redeem(fixtures, code, { amountCents: 1_000_000 }), 409, 'far too much', { balanceCents: 2500 });
  expect((await redeem(fixtures, code, { amountCents: 1 })).json.balanceCents).toBe(2499);
});

test('takes 100.0 for an integer', async ({ request }) => {
  const headers = { 'content-type': 'application/json' };
  expect((await request('POST', '/gift-cards', { headers, body: '{"amountCents": 2500.0}' })).status).toBe(201);
});

test('answers 404 for an unknown card whatever the body', async ({ request }) => {
  const headers = { 'content-type': 'application/json' };
  for (const body of ['{', '{}', '{"amountCents":0}']) {
    expectProblem(await request('POST', '/gift-cards/AAAAAAAA/redemptions', { headers, body }), 404, body);
  }
});

test('answers a redemption that is not JSON with 400', async (fixtures) => {
  const { code } = (await create(fixtures, { amountCents: 2500 })).json;
  const headers = { 'content-type': 'application/json' };
  for (const body of ['', 'amountCents=100', "{'amountCents': 100}"]) {
    const answer = await fixtures.request('POST', `/gift-cards/${code}/redemptions`, { headers, body });
    expectProblem(answer, 400, JSON.stringify(body));
  }
});

test('gives each card a code of its own that fits the pattern', async (fixtures) => {
  const codes = new Set<string>();
  for (let turn = 0; turn < 40; turn++) codes.add((await create(fixtures, { amountCents: 500 })).json.code);
  expect(codes.size, 'Different codes of 40 cards').toBe(40);
  expect([...codes].filter((code) => !/^[A-HJ-NP-Z2-9]{8}$/.test(code))).toEqual([]);
});

test('never gives out more than the balance, however many ask at the same moment', async (fixtures) => {
  const { code } = (await create(fixtures, { amountCents: 1000 })).json;
  const answers = await Promise.all([1, 2, 3, 4].map(() => redeem(fixtures, code, { amountCents: 400 })));
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 409, 409]);
  expect((await fixtures.request('GET', `/gift-cards/${code}`)).json.balanceCents).toBe(200);
});

test('agrees with the reference on random redemptions of several cards', async (fixtures) => {
  const { random, reference } = fixtures;
  const amounts = Array.from({ length: 3 }, () => random.int(500, 5000));
  const [theirs, ours]: string[][] = [[], []];
  for (const amountCents of amounts) {
    theirs!.push((await create(fixtures, { amountCents })).json.code);
    ours!.push((await create(reference, { amountCents })).json.code);
  }
  for (let turn = 0; turn < 20; turn++) {
    const card = random.int(0, 2);
    const amountCents = random.pick([random.int(1, 1500), random.int(1, 1500), 0, 10.5]);
    const expected = await redeem(reference, ours![card]!, { amountCents });
    const answer = await redeem(fixtures, theirs![card]!, { amountCents });
    expect(answer.status, `A redemption of ${amountCents}`).toBe(expected.status);
    expect(answer.json.balanceCents, `The balance after ${amountCents}`).toBe(expected.json.balanceCents);
  }
});
