const key = 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow'; // RFC 7515, A.1.1
type Send = (method: string, path: string, options?: object) => Promise<{ status: number; json: unknown }>;

async function ask(request: Send, question: object) {
  const { status, json } = await request('POST', '/verify', { json: { key, now: 1000, ...question } });
  expect(status, 'the status of POST /verify').toBe(200);
  return json;
}
const no = (reason: string) => ({ valid: false, reason });

const tokens = {
  plain:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJzaG9wIiwic3ViIjoiWm_DqyIsImV4cCI6MjAwMH0.sPNvuzfAQ1PJZkEGNqVEIS0m0buL7HxtPqhsOoyyKIg',
  list: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOlsic3RvY2siLCJzaG9wIl0sInN1YiI6Ilpvw6siLCJleHAiOjIwMDB9.fmvnmOVGY2mr50XU9rauUXqseb1eetQ1uxtpZhcSm_s',
  noExp:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJzaG9wIn0.275saeVcTKgnhyKYXzOv1NWG1FW_WjPXY3tOrkX30mY',
  textExp:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJzaG9wIiwic3ViIjoiWm_DqyIsImV4cCI6IjIwMDAifQ.gpF4wiaZsXt23QIdynDBCmNxx-krAomMQLNqw2xEiUc',
  nbf: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJzaG9wIiwic3ViIjoiWm_DqyIsImV4cCI6MjAwMCwibmJmIjoxNTAwfQ.UcWgBCgwP9_g2U-FYd62lSu_J_gTXv7dbAKCBi_vzwM',
  textNbf:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJzaG9wIiwic3ViIjoiWm_DqyIsImV4cCI6MjAwMCwibmJmIjoiMTUwMCJ9.4v1wfXdY_XHVUf0G_enyHN-Q7kew7AS6JSWZ2KeL3yw',
  noAud:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJleHAiOjIwMDB9.bFRlVcZTkA5rFnEcFIegdV8kn8YGtzUl61x8aNCE0f8',
  part: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJ3b3Jrc2hvcCIsInN1YiI6Ilpvw6siLCJleHAiOjIwMDB9.YXW7Mt-TiYsBFyLqzWjHNQB7EtCJsa2XN4vEw2qPje0',
  crit: 'eyJhbGciOiJIUzI1NiIsImNyaXQiOlsiZXhwIl0sImV4cCI6MX0.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJzaG9wIiwic3ViIjoiWm_DqyIsImV4cCI6MjAwMH0.RokuH2C2ZSTovfsKmC58HSzS-QDGSJ8jJ4w3YOyN4t0',
  lower:
    'eyJhbGciOiJoczI1NiJ9.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJzaG9wIiwic3ViIjoiWm_DqyIsImV4cCI6MjAwMH0.vy9uAozvMb2iL5A1PbHBzqNofNpFczmiR4NBk1oGr2M',
  array: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.WzEsMl0.T3vQxnfLu1tzr6salH1r9AdsIPrqfw_QTK32eDbJ95M',
  nul: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.bnVsbA.3bqhFyz38Ee83IoUxwvvi6rxlOIMVoBwZKnlVEH5a0Q',
  notJson: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.aGVsbG8.GdX46O3_ZGIFCJfmXEzhYlfiMxai072OBYoT5sA6Bqw',
  early:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJ4IiwiYXVkIjoieSIsInN1YiI6Ilpvw6siLCJleHAiOjF9.NgybX9XiX5NVwwDoOZ6DLNr0yBgAqA9oyljmXjvIkZU',
  lateIss:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QvIiwiYXVkIjoic2hvcCIsInN1YiI6Ilpvw6siLCJleHAiOjF9.v_4ZCKO1nIWEHNbRbQsopkuDwprMjenFK5qaUut8-zc',
  forged:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJzaG9wIiwic3ViIjoiWm_DqyIsImV4cCI6MjAwMCwicm9sZSI6Im1hbmFnZXIifQ.sPNvuzfAQ1PJZkEGNqVEIS0m0buL7HxtPqhsOoyyKIg',
};

test('reads claims as UTF-8', async ({ request }) => {
  expect(await ask(request, { token: tokens.plain })).toEqual({
    valid: true,
    claims: { iss: 'https://id.bookshop.test', aud: 'shop', sub: 'Zoë', exp: 2000 },
  });
});

test('calls malformed what is no token', async ({ request }) => {
  const [header, claims, signature] = tokens.plain.split('.');
  const all = {
    'an empty text': '',
    'two parts': `${header}.${claims}`,
    'four parts': `${tokens.plain}.x`,
    padding: `${header}=.${claims}.${signature}`,
    'a plus of ordinary base64': `${header}.${claims}.+${signature!.slice(1)}`,
    'a space': `${header}.${claims}. ${signature}`,
    'claims that are a list': tokens.array,
    'claims that are null': tokens.nul,
    'claims that are no JSON': tokens.notJson,
    'a header of five characters': `eyJhb.${claims}.${signature}`,
  };
  for (const [what, token] of Object.entries(all)) {
    expect(await ask(request, { token }), what).toEqual(no('malformed'));
  }
});

test('supports HS256 and nothing else', async ({ request }) => {
  expect(await ask(request, { token: tokens.lower }), 'hs256 in small letters').toEqual(no('unsupported'));
  expect(await ask(request, { token: tokens.crit }), 'a header with crit').toEqual(no('unsupported'));
  const [, claims, signature] = tokens.plain.split('.');
  // {"alg":"RS256"} is the header of RFC 7515, appendix A.2.
  expect(await ask(request, { token: `eyJhbGciOiJSUzI1NiJ9.${claims}.${signature}` })).toEqual(no('unsupported'));
  expect(await ask(request, { token: `e30.${claims}.${signature}` }), 'no alg at all').toEqual(no('unsupported'));
});

test('compares issuer and audience exactly, where they are demanded', async ({ request }) => {
  expect(await ask(request, { token: tokens.plain, issuer: 'https://id.bookshop.test/' })).toEqual(no('issuer'));
  expect(await ask(request, { token: tokens.part, audience: 'shop' }), 'workshop is not shop').toEqual(no('audience'));
  expect(await ask(request, { token: tokens.noAud, audience: 'shop' }), 'without aud').toEqual(no('audience'));
  expect(await ask(request, { token: tokens.noAud }), 'without aud, and none demanded').toMatchObject({ valid: true });
});

test('demands numbers for times, and an end', async ({ request }) => {
  expect(await ask(request, { token: tokens.noExp }), 'without exp').toEqual(no('expired'));
  expect(await ask(request, { token: tokens.textExp }), 'with exp as a text').toEqual(no('expired'));
  expect(await ask(request, { token: tokens.textNbf, now: 1600 }), 'with nbf as a text').toEqual(no('not yet'));
});

test('gives the first reason that applies', async ({ request }) => {
  const demands = { issuer: 'https://id.bookshop.test', audience: 'shop' };
  expect(await ask(request, { token: tokens.early, ...demands }), 'all three are wrong').toEqual(no('issuer'));
  expect(await ask(request, { token: tokens.early, audience: 'shop' }), 'audience and end').toEqual(no('audience'));
  const [header, claims] = tokens.early.split('.');
  expect(await ask(request, { token: `${header}.${claims}.AAAA` }), 'unsigned and over').toEqual(no('signature'));
});

test('agrees with the reference on random changes', async ({ request, reference, random }) => {
  const all = Object.values(tokens);
  for (let turn = 0; turn < 20; turn++) {
    const token = random.pick(all);
    const at = random.int(0, token.length - 2);
    const changed = random.bool() ? token : token.slice(0, at) + random.pick(['A', '.', '=', '']) + token.slice(at + 1);
    const question = {
      token: changed,
      key,
      now: random.pick([0, 1499, 1500, 1999, 2000]),
      audience: random.pick(['shop', 'stock']),
    };
    const { json } = await reference.request('POST', '/verify', { json: question });
    expect(await ask(request, question), changed).toEqual(json);
  }
});
