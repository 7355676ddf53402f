test('a type counts in upper and lower case', async ({ call }) => {
  expect(await call('nextVersion', '1.4.2', ['Feat: a'])).toBe('1.5.0');
  expect(await call('nextVersion', '1.4.2', ['FIX(Orders): a'])).toBe('1.4.3');
});

test('a message of another form counts for nothing', async ({ call }) => {
  const messages = [
    'Merge branch feat into main',
    'feat add a page',
    'feat:no space',
    'feat(): no scope',
    'feat(a(b): two parentheses',
    'fix: ',
    'fix:    ',
    ': no type',
    'feature: another type',
    'fixes: another type',
    'hotfix: another type',
    '',
  ];
  for (const message of messages) {
    expect({ [message]: await call('nextVersion', '1.4.2', [message]) }).toEqual({ [message]: null });
  }
});

test('the words of the footer elsewhere break nothing', async ({ call }) => {
  const messages = [
    'fix: explain the BREAKING CHANGE: footer',
    'fix: a\n\nThis is no BREAKING CHANGE: it only looks like one.',
    'fix: a\n\nBreaking change: in small letters',
    'fix: a\n\nBREAKING CHANGES: of another name',
    'fix: a\n\nBREAKING CHANGE:',
    'fix: a!',
  ];
  for (const message of messages) {
    expect({ [message]: await call('nextVersion', '1.4.2', [message]) }).toEqual({ [message]: '1.4.3' });
  }
});

test('a message of another form breaks nothing, even with the footer', async ({ call }) => {
  expect(await call('nextVersion', '1.4.2', ['Drop v1\n\nBREAKING CHANGE: gone'])).toBeNull();
});

test('the type stands in the first line only', async ({ call }) => {
  expect(await call('nextVersion', '1.4.2', ['docs: a\n\nfeat: not a header\nfix!: neither'])).toBeNull();
});

test('numbers of several digits are numbers', async ({ call }) => {
  expect(await call('nextVersion', '9.19.99', ['feat: a'])).toBe('9.20.0');
  expect(await call('nextVersion', '99.0.3', ['feat!: a'])).toBe('100.0.0');
  expect(await call('nextVersion', '10.0.9', ['fix: a'])).toBe('10.0.10');
});

test('agrees with the reference on random commits', async ({ call, reference, random }) => {
  for (let round = 0; round < 10; round++) {
    const current = [random.int(0, 2), random.int(0, 12), random.int(0, 12)].join('.');
    const messages = Array.from({ length: random.int(0, 5) }, () => {
      const header =
        random.pick(['feat', 'fix', 'docs', 'chore', 'Fix', 'release']) + random.pick(['', '(api)', '(web)']);
      const mark = random.int(0, 9) === 0 ? '!' : '';
      const footer = random.pick(['', '', '', '\n\nRefs: #1', '\n\nBREAKING CHANGE: x', '\n\nno BREAKING CHANGE: y']);
      return `${header}${mark}${random.pick([': ', ': ', ': ', ':'])}${random.string(8, 'abc d')}x${footer}`;
    });
    const wanted = await reference.call('nextVersion', current, messages);
    expect(await call('nextVersion', current, messages)).toEqual(wanted);
  }
});
