const covers = 'arn:aws:s3:::bookshop-covers/7.jpg';
const allow = (more: object = {}) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...more });
const deny = (more: object = {}) => ({ Effect: 'Deny', Action: '*', Resource: '*', ...more });
const role = (statements: object | object[], boundary: object | object[] | null = null) => ({
  identity: [{ Statement: statements }],
  boundary: boundary && { Statement: boundary },
});
const ask = (action = 's3:GetObject', resource = covers, context: Record<string, string> = {}) => ({
  action,
  resource,
  context,
});

test('wildcards fit any number of characters, and one', async ({ call }) => {
  for (const [pattern, resource, answer] of [
    ['arn:aws:s3:::shop/*/small.jpg', 'arn:aws:s3:::shop/a/b/small.jpg', 'allowed'],
    ['arn:aws:s3:::shop/*', 'arn:aws:s3:::shop/', 'allowed'],
    ['arn:aws:s3:::shop/?.jpg', 'arn:aws:s3:::shop/7.jpg', 'allowed'],
    ['arn:aws:s3:::shop/?.jpg', 'arn:aws:s3:::shop/17.jpg', 'implicitDeny'],
    ['arn:aws:s3:::shop/?.jpg', 'arn:aws:s3:::shop/.jpg', 'implicitDeny'],
    ['arn:aws:s3:::shop/*', 'arn:aws:s3:::shop', 'implicitDeny'],
    ['arn:aws:s3:::shop', 'arn:aws:s3:::shop/7.jpg', 'implicitDeny'],
    ['shop/*', 'arn:aws:s3:::shop/7.jpg', 'implicitDeny'],
    ['arn:aws:s3:::shop/**7*', 'arn:aws:s3:::shop/7', 'allowed'],
    ['arn:aws:s3:::shop/*', 'arn:aws:s3:::shop/two\nlines', 'allowed'],
  ]) {
    expect(
      await call('decide', role(allow({ Resource: pattern })), ask('s3:GetObject', resource)),
      `${pattern} for ${resource}`,
    ).toBe(answer);
  }
});

test('every other character stands for itself', async ({ call }) => {
  for (const [pattern, resource, answer] of [
    ['arn:aws:s3:::shop.example/*', 'arn:aws:s3:::shop-example/7', 'implicitDeny'],
    ['arn:aws:s3:::shop/a+b(1)[2]{3}|$^', 'arn:aws:s3:::shop/a+b(1)[2]{3}|$^', 'allowed'],
    ['arn:aws:s3:::shop/[a-z]', 'arn:aws:s3:::shop/b', 'implicitDeny'],
    ['arn:aws:s3:::shop/a\\b', 'arn:aws:s3:::shop/a\\b', 'allowed'],
    ['a|*', 'b', 'implicitDeny'],
  ]) {
    expect(
      await call('decide', role(allow({ Resource: pattern })), ask('s3:GetObject', resource)),
      `${pattern} for ${resource}`,
    ).toBe(answer);
  }
});

test('several texts are alternatives', async ({ call }) => {
  const policies = role(allow({ Action: ['s3:PutObject', 's3:GetObject'], Resource: ['x', covers] }));
  expect(await call('decide', policies, ask())).toBe('allowed');
  expect(await call('decide', policies, ask('s3:DeleteObject'))).toBe('implicitDeny');
  expect(await call('decide', policies, ask('s3:GetObject', 'y'))).toBe('implicitDeny');
});

test('conditions: every operator and every key, one of the values', async ({ call }) => {
  const policies = role(
    allow({
      Condition: {
        StringEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'], 'aws:RequestedRegion': 'eu-central-1' },
        StringLike: { 'aws:PrincipalTag/team': ['shop-*', 'ops?'] },
      },
    }),
  );
  const good = { 'aws:SourceVpc': 'vpc-2', 'aws:RequestedRegion': 'eu-central-1', 'aws:PrincipalTag/team': 'shop-web' };
  for (const [change, answer] of [
    [{}, 'allowed'],
    [{ 'aws:PrincipalTag/team': 'ops7' }, 'allowed'],
    [{ 'aws:SourceVpc': 'vpc-3' }, 'implicitDeny'],
    [{ 'aws:SourceVpc': 'VPC-1' }, 'implicitDeny'],
    [{ 'aws:RequestedRegion': 'us-east-1' }, 'implicitDeny'],
    [{ 'aws:PrincipalTag/team': 'ops' }, 'implicitDeny'],
    [{ 'aws:PrincipalTag/team': 'Shop-web' }, 'implicitDeny'],
  ] as const) {
    expect(
      await call('decide', policies, ask('s3:GetObject', covers, { ...good, ...change })),
      JSON.stringify(change),
    ).toBe(answer);
  }
});

test('StringEquals takes a star for a star', async ({ call }) => {
  const policies = role(allow({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-*' } } }));
  expect(await call('decide', policies, ask('s3:GetObject', covers, { 'aws:SourceVpc': 'vpc-1' }))).toBe(
    'implicitDeny',
  );
  expect(await call('decide', policies, ask('s3:GetObject', covers, { 'aws:SourceVpc': 'vpc-*' }))).toBe('allowed');
});

test('a missing key fulfils StringNotEquals and nothing else', async ({ call }) => {
  for (const [operator, answer] of [
    ['StringEquals', 'implicitDeny'],
    ['StringLike', 'implicitDeny'],
    ['StringNotEquals', 'allowed'],
  ] as const) {
    for (const key of ['aws:SourceVpc', 'constructor']) {
      const policies = role(allow({ Condition: { [operator]: { [key]: '*' } } }));
      expect(await call('decide', policies, ask()), `${operator} of ${key}`).toBe(answer);
    }
  }
});

test('StringNotEquals wants none of its values', async ({ call }) => {
  const policies = role(allow({ Condition: { StringNotEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } } }));
  for (const [vpc, answer] of [
    ['vpc-1', 'implicitDeny'],
    ['vpc-2', 'implicitDeny'],
    ['vpc-3', 'allowed'],
  ]) {
    expect(await call('decide', policies, ask('s3:GetObject', covers, { 'aws:SourceVpc': vpc! })), vpc).toBe(answer);
  }
});

test('a deny whose condition is not fulfilled denies nothing', async ({ call }) => {
  const policies = role([allow(), deny({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-9' } } })]);
  expect(await call('decide', policies, ask('s3:GetObject', covers, { 'aws:SourceVpc': 'vpc-1' }))).toBe('allowed');
});

test('agrees with the reference on random policies', async ({ call, reference, random }) => {
  const actions = ['s3:GetObject', 's3:PutObject', 'sqs:SendMessage', 'iam:PassRole'];
  const resources = ['arn:aws:s3:::a/1', 'arn:aws:s3:::b/1', 'arn:aws:sqs:eu:1:q'];
  const patterns = (list: string[]) =>
    random.pick([random.pick(list), [random.pick(list), random.pick(list)], `${random.pick(list).slice(0, 5)}*`, '*']);
  const statement = () => ({
    Effect: random.pick(['Allow', 'Allow', 'Deny']),
    [random.pick(['Action', 'Action', 'NotAction'])]: patterns(actions),
    [random.pick(['Resource', 'Resource', 'NotResource'])]: patterns(resources),
    ...(random.bool()
      ? {
          Condition: {
            [random.pick(['StringEquals', 'StringNotEquals', 'StringLike'])]: {
              [random.pick(['k', 'm'])]: random.pick(['v', 'w', ['v', 'w'], 'v*']),
            },
          },
        }
      : {}),
  });
  const policy = () => ({ Statement: random.bool() ? statement() : [statement(), statement()] });
  for (let turn = 0; turn < 30; turn++) {
    const policies = { identity: [policy(), policy()], boundary: random.bool() ? policy() : null };
    const request = ask(
      random.pick(actions),
      random.pick(resources),
      random.pick<Record<string, string>>([{}, { k: 'v' }, { k: 'w', m: 'v' }]),
    );
    expect(await call('decide', policies, request), JSON.stringify({ policies, request })).toBe(
      await reference.call('decide', policies, request),
    );
  }
});
