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

test('decides the examples of the task', async ({ call }) => {
  const policies = role([
    { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::bookshop-covers/*' },
    {
      Effect: 'Deny',
      Action: 's3:Delete*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
    },
  ]);
  expect(await call('decide', policies, ask())).toBe('allowed');
  expect(await call('decide', policies, ask('s3:DeleteObject'))).toBe('explicitDeny');
  expect(await call('decide', policies, ask('s3:DeleteObject', covers, { 'aws:SourceVpc': 'vpc-1' }))).toBe('allowed');
  expect(await call('decide', policies, ask('s3:ListBucket', 'arn:aws:s3:::bookshop-covers'))).toBe('implicitDeny');
});

test('denies what nobody allows', async ({ call }) => {
  expect(await call('decide', { identity: [], boundary: null }, ask())).toBe('implicitDeny');
  expect(await call('decide', role([]), ask())).toBe('implicitDeny');
  expect(await call('decide', role(allow({ Action: 'sqs:*' })), ask())).toBe('implicitDeny');
});

test('an explicit deny wins, wherever it stands', async ({ call }) => {
  expect(await call('decide', role([deny(), allow()]), ask())).toBe('explicitDeny');
  expect(await call('decide', role([allow(), deny()]), ask())).toBe('explicitDeny');
  const two = { identity: [{ Statement: allow() }, { Statement: [deny({ Action: 's3:GetObject' })] }], boundary: null };
  expect(await call('decide', two, ask())).toBe('explicitDeny');
  expect(await call('decide', role([], deny()), ask()), 'A deny in the boundary').toBe('explicitDeny');
});

test('the boundary cuts and does not grant', async ({ call }) => {
  expect(await call('decide', role(allow(), allow({ Action: 's3:Get*' })), ask())).toBe('allowed');
  expect(await call('decide', role(allow(), allow({ Action: 's3:Get*' })), ask('s3:PutObject'))).toBe('implicitDeny');
  expect(await call('decide', role([], allow()), ask())).toBe('implicitDeny');
});

test('compares actions without regard to case, resources with it', async ({ call }) => {
  expect(await call('decide', role(allow({ Action: 'S3:getobject' })), ask())).toBe('allowed');
  expect(await call('decide', role(allow({ Action: 'S3:GET*' })), ask())).toBe('allowed');
  expect(await call('decide', role(allow({ Resource: covers.toUpperCase() })), ask())).toBe('implicitDeny');
  expect(await call('decide', role(allow({ Resource: '*/7.JPG' })), ask())).toBe('implicitDeny');
});

test('NotAction and NotResource match everything else', async ({ call }) => {
  const notIam = role({ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*'], Resource: '*' });
  expect(await call('decide', notIam, ask('s3:GetObject'))).toBe('allowed');
  expect(await call('decide', notIam, ask('iam:CreateUser'))).toBe('implicitDeny');
  const onlyCovers = role([
    allow(),
    { Effect: 'Deny', Action: 's3:*', NotResource: ['arn:aws:s3:::bookshop-covers', 'arn:aws:s3:::bookshop-covers/*'] },
  ]);
  expect(await call('decide', onlyCovers, ask())).toBe('allowed');
  expect(await call('decide', onlyCovers, ask('s3:GetObject', 'arn:aws:s3:::payroll/1.pdf'))).toBe('explicitDeny');
});
