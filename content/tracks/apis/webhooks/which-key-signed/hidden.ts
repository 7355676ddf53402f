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

test('verifies bytes that are no text', async ({ call, reference }) => {
  for (const body of ['ff00fe80c3', '', 'efbbbf7b7d', '7b7d0d0a']) {
    const signatures = await reference.evaluate(sign, newSecret, 'evt_1', '1700000000', body);
    const delivery = { id: 'evt_1', timestamp: '1700000000', body: base64(body), signatures };
    expect(await call('signers', both, delivery), `The body ${body}`).toEqual(['new']);
  }
});

test('passes over other versions, cut entries and rubbish', async ({ call, reference }) => {
  const right = await reference.evaluate(sign, oldSecret, 'evt_1', '1700000000', hex('{}'));
  const delivery = { id: 'evt_1', timestamp: '1700000000', body: base64(hex('{}')) };
  const rubbish = [
    'v1,',
    'v1,abc',
    right.slice(0, -1),
    `${right}=`,
    right.replace('v1,', 'v1a,'),
    right.replace('v1,', ''),
    right.replace('v1,', 'V1,'),
    'v1,Zoë',
    'v1',
    '',
  ];
  for (const signatures of rubbish) {
    expect(await call('signers', both, { ...delivery, signatures }), `The field ${signatures}`).toEqual([]);
  }
  expect(await call('signers', both, { ...delivery, signatures: `${rubbish.join(' ')} ${right}` })).toEqual(['old']);
});

test('names a secret once, however often its entry stands there', async ({ call, reference }) => {
  const right = await reference.evaluate(sign, oldSecret, 'evt_1', '1700000000', hex('{}'));
  const delivery = { id: 'evt_1', timestamp: '1700000000', body: base64(hex('{}')), signatures: `${right} ${right}` };
  expect(await call('signers', both, delivery)).toEqual(['old']);
});

test('raises for a bad secret also behind one that has signed', async ({ call, throws, reference }) => {
  const signatures = await reference.evaluate(sign, oldSecret, 'evt_1', '1700000000', hex('{}'));
  const delivery = { id: 'evt_1', timestamp: '1700000000', body: base64(hex('{}')), signatures };
  await throws('signers', [both[1], { name: 'bad', secret: 'whsec_!!!!' }], delivery);
  expect(await call('signers', [], delivery)).toEqual([]);
});

test('agrees with the reference on random deliveries', async ({ call, reference, random }) => {
  for (let turn = 0; turn < 8; turn++) {
    const secrets = ['a', 'b', 'c'].map((name) => ({
      name,
      secret: `whsec_${random.string(32, 'ABCDEFGHabcdefgh0123456789+/')}`,
    }));
    const body = random.string(2 * random.int(0, 40), '0123456789abcdef');
    const [id, timestamp] = [`evt_${random.string(6)}`, String(random.int(1_600_000_000, 1_900_000_000))];
    const entries: string[] = [];
    for (const { secret } of secrets) {
      if (random.bool()) entries.push(await reference.evaluate(sign, secret, id, timestamp, body));
    }
    const delivery = {
      id,
      timestamp,
      body: base64(body),
      signatures: random.shuffle([...entries, 'v1,AAAA']).join(' '),
    };
    const expected = await reference.call('signers', secrets, delivery);
    expect(await call('signers', secrets, delivery), JSON.stringify({ secrets, delivery })).toEqual(expected);
  }
});
