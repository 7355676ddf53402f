test('answers the example of the task', async ({ call }) => {
  const messages = ['fix: round tax per line', 'feat(orders): cancel an order\n\nRefs: #412', 'docs: explain refunds'];
  expect(await call('nextVersion', '1.4.2', messages)).toBe('1.5.0');
});

test('a fix asks for a patch, and several of them for one', async ({ call }) => {
  expect(await call('nextVersion', '1.4.2', ['fix: a'])).toBe('1.4.3');
  expect(await call('nextVersion', '1.4.9', ['fix: a', 'fix(api): b', 'fix: c'])).toBe('1.4.10');
});

test('nothing for those who use the package means no version', async ({ call }) => {
  expect(await call('nextVersion', '1.4.2', [])).toBeNull();
  expect(await call('nextVersion', '1.4.2', ['docs: a', 'test(orders): b', 'refactor: c'])).toBeNull();
});

test('a mark before the colon makes any type breaking', async ({ call }) => {
  expect(await call('nextVersion', '1.4.2', ['feat!: drop v1'])).toBe('2.0.0');
  expect(await call('nextVersion', '1.4.2', ['fix: a', 'refactor(api)!: drop v1', 'feat: b'])).toBe('2.0.0');
});

test('a footer in capital letters makes any type breaking', async ({ call }) => {
  const message = 'chore: drop Node.js 20\n\nIt is no longer maintained.\n\nBREAKING CHANGE: needs Node.js 22';
  expect(await call('nextVersion', '3.1.4', [message])).toBe('4.0.0');
  expect(await call('nextVersion', '3.1.4', ['fix: a\n\nBREAKING-CHANGE: prices are cents'])).toBe('4.0.0');
});

test('before 1.0.0 a break asks for a minor version', async ({ call }) => {
  expect(await call('nextVersion', '0.4.2', ['feat!: a'])).toBe('0.5.0');
  expect(await call('nextVersion', '0.4.2', ['feat: a'])).toBe('0.5.0');
  expect(await call('nextVersion', '0.4.2', ['fix: a'])).toBe('0.4.3');
});
