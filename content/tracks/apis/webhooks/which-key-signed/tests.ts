/** What the provider does, in the interpreter of the reference. `body` is hexadecimal. */
const sign: { ts?: (exports: unknown, ...values: string[]) => string; py: string } = {
  py: `
    def sign(solution, secret, id, timestamp, body):
        import base64, hmac
        key = base64.b64decode(secret[len("whsec_"):])
        data = f"{id}.{timestamp}.".encode() + bytes.fromhex(body)
        return "v1," + base64.b64encode(hmac.digest(key, data, "sha256")).decode()
  `,
};
const base64 = (hex: string) =>
  btoa((hex.match(/../g) ?? []).map((two) => String.fromCharCode(parseInt(two, 16))).join(''));
const hex = (text: string) => Array.from(text, (one) => one.charCodeAt(0).toString(16).padStart(2, '0')).join('');

const oldSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const newSecret = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX';
const both = [
  { name: 'new', secret: newSecret },
  { name: 'old', secret: oldSecret },
];

// RFC 4231, section 4: test cases 1 to 4, 6 and 7. Case 5 is about cutting the result.
const vectors = [
  ['0b'.repeat(20), hex('Hi There'), 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    hex('Jefe'),
    hex('what do ya want for nothing?'),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  ['aa'.repeat(20), 'dd'.repeat(50), '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe'],
  [
    '0102030405060708090a0b0c0d0e0f10111213141516171819',
    'cd'.repeat(50),
    '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
  ],
  [
    'aa'.repeat(131),
    hex('Test Using Larger Than Block-Size Key - Hash Key First'),
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
  [
    'aa'.repeat(131),
    hex(
      'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
    ),
    '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
  ],
];

test('computes the test cases of RFC 4231', async ({ call }) => {
  for (const [i, [key, data, expected]] of vectors.entries()) {
    expect(await call('mac', key, data), `Vector ${i + 1} of these ${vectors.length}`).toBe(expected);
  }
});

test('recognises the example of Standard Webhooks', async ({ call }) => {
  const delivery = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: '1614265330',
    body: base64(hex('{"test": 2432232314}')),
    signatures: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  expect(await call('signers', both, delivery)).toEqual(['old']);
  expect(await call('signers', [both[0]], delivery)).toEqual([]);
});

test('names all secrets that have signed, in their order', async ({ call, reference }) => {
  const body = hex('{"type":"payment.succeeded"}');
  const signatures = [
    await reference.evaluate(sign, oldSecret, 'evt_1', '1700000000', body),
    await reference.evaluate(sign, newSecret, 'evt_1', '1700000000', body),
  ];
  const delivery = { id: 'evt_1', timestamp: '1700000000', body: base64(body), signatures: signatures.join(' ') };
  expect(await call('signers', both, delivery)).toEqual(['new', 'old']);
});

test('names nobody when something was changed', async ({ call, reference }) => {
  const body = hex('{"amount":5}');
  const signatures = await reference.evaluate(sign, oldSecret, 'evt_1', '1700000000', body);
  const delivery = { id: 'evt_1', timestamp: '1700000000', body: base64(body), signatures };
  expect(await call('signers', both, delivery)).toEqual(['old']);
  for (const change of [{ id: 'evt_2' }, { timestamp: '1700000001' }, { body: base64(hex('{"amount":50}')) }]) {
    expect(await call('signers', both, { ...delivery, ...change }), JSON.stringify(change)).toEqual([]);
  }
});

test('raises a ValueError for a secret that is none', async ({ throws }) => {
  const delivery = { id: 'a', timestamp: '1', body: '', signatures: '' };
  for (const secret of ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_M', 'whsec_MfKQ*r8Gx', 'xwhsec_MfKQ', '']) {
    const error = await throws('signers', [both[0], { name: 'bad', secret }], delivery);
    expect(['ValueError', 'Error'], `The error for ${secret} is a ${error.name}`).toContain(error.name);
  }
});
