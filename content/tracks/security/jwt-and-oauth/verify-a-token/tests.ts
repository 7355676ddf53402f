const key = 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow'; // RFC 7515, A.1.1
type Send = (method: string, path: string, options?: object) => Promise<{ status: number; json: unknown }>;

async function ask(request: Send, question: object) {
  const { status, json } = await request('POST', '/verify', { json: { key, now: 1000, ...question } });
  expect(status, 'the status of POST /verify').toBe(200);
  return json;
}
const no = (reason: string) => ({ valid: false, reason });

// RFC 7515, appendix A.1; RFC 7519, section 3.1, has the same.
const joes =
  'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const tokens = {
  plain:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJzaG9wIiwic3ViIjoiWm_DqyIsImV4cCI6MjAwMH0.sPNvuzfAQ1PJZkEGNqVEIS0m0buL7HxtPqhsOoyyKIg',
  list: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOlsic3RvY2siLCJzaG9wIl0sInN1YiI6Ilpvw6siLCJleHAiOjIwMDB9.fmvnmOVGY2mr50XU9rauUXqseb1eetQ1uxtpZhcSm_s',
  forged:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJzaG9wIiwic3ViIjoiWm_DqyIsImV4cCI6MjAwMCwicm9sZSI6Im1hbmFnZXIifQ.sPNvuzfAQ1PJZkEGNqVEIS0m0buL7HxtPqhsOoyyKIg',
  nbf: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJzaG9wIiwic3ViIjoiWm_DqyIsImV4cCI6MjAwMCwibmJmIjoxNTAwfQ.UcWgBCgwP9_g2U-FYd62lSu_J_gTXv7dbAKCBi_vzwM',
};

test('accepts the example of RFC 7515, whose JSON has line breaks', async ({ request }) => {
  expect(await ask(request, { token: joes, now: 1300819379, issuer: 'joe' })).toEqual({
    valid: true,
    claims: { iss: 'joe', exp: 1300819380, 'http://example.com/is_root': true },
  });
});

test('refuses it from the second on in which it ends', async ({ request }) => {
  expect(await ask(request, { token: joes, now: 1300819380 })).toEqual(no('expired'));
});

test('refuses changed claims and another key', async ({ request }) => {
  expect(await ask(request, { token: tokens.forged }), 'with the signature of other claims').toEqual(no('signature'));
  const other = 'A'.repeat(86);
  expect(await ask(request, { token: tokens.plain, key: other }), 'with another key').toEqual(no('signature'));
  expect(await ask(request, { token: tokens.plain.replace(/[^.]*$/, '') }), 'unsigned').toEqual(no('signature'));
});

test('refuses tokens that say that they are not signed', async ({ request }) => {
  // RFC 7519, section 6.1
  const unsecured =
    'eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.';
  expect(await ask(request, { token: unsecured, now: 1 })).toEqual(no('unsupported'));
});

test('compares the audience, a text or a list', async ({ request }) => {
  expect(await ask(request, { token: tokens.plain, audience: 'shop' })).toMatchObject({ valid: true });
  expect(await ask(request, { token: tokens.list, audience: 'stock' })).toMatchObject({ valid: true });
  expect(await ask(request, { token: tokens.list, audience: 'orders' })).toEqual(no('audience'));
});

test('waits for nbf', async ({ request }) => {
  expect(await ask(request, { token: tokens.nbf, now: 1499 })).toEqual(no('not yet'));
  expect(await ask(request, { token: tokens.nbf, now: 1500 })).toMatchObject({ valid: true });
});
