test('a folder at the root fits whole names only', async ({ call }) => {
  const owners = '/src/pay/ @jon\n';
  const files = ['src/pay/card/visa.ts', 'src/payments/a.ts', 'src/pay.ts', 'lib/src/pay/a.ts'];
  expect(await call('pickReviewers', owners, files, '@mira')).toEqual({
    reviewers: ['@jon'],
    alone: ['src/payments/a.ts', 'src/pay.ts', 'lib/src/pay/a.ts'],
  });
});

test('a folder without a slash in front fits anywhere', async ({ call }) => {
  const files = ['docs/a.md', 'src/docs/deep/b.md', 'mydocs/c.md', 'docs2/d.md', 'src/docs'];
  expect(await call('pickReviewers', 'docs/ @writers\n', files, '@mira')).toEqual({
    reviewers: ['@writers'],
    alone: ['mydocs/c.md', 'docs2/d.md', 'src/docs'],
  });
});

test('an ending fits at the end of the name only, letter by letter', async ({ call }) => {
  const files = ['a/b/c.sql', 'a.sql/notes.txt', 'a.sql.bak', 'mysql', 'B.SQL'];
  expect(await call('pickReviewers', '*.sql @dba\n', files, '@mira')).toEqual({
    reviewers: ['@dba'],
    alone: ['a.sql/notes.txt', 'a.sql.bak', 'mysql', 'B.SQL'],
  });
});

test('a path without a slash at its end fits exactly that file', async ({ call }) => {
  const files = ['package.json', 'web/package.json', 'package.json5', 'packageXjson'];
  expect(await call('pickReviewers', '/package.json @ops\n', files, '@mira')).toEqual({
    reviewers: ['@ops'],
    alone: ['web/package.json', 'package.json5', 'packageXjson'],
  });
});

test('what follows a # is a comment', async ({ call }) => {
  const owners = '# *.ts @nobody\n*.ts\t@jon  @kim # not @zoe\n   \n  #\n/gen/ # made by a tool, @ann knows\n';
  expect(await call('pickReviewers', owners, ['a.ts', 'gen/b.ts'], '@mira')).toEqual({
    reviewers: ['@jon', '@kim'],
    alone: ['gen/b.ts'],
  });
});

test('an empty file of owners and an empty change are fine', async ({ call }) => {
  expect(await call('pickReviewers', '', ['a.ts'], '@mira')).toEqual({ reviewers: [], alone: ['a.ts'] });
  expect(await call('pickReviewers', '* @jon', [], '@mira')).toEqual({ reviewers: [], alone: [] });
});

test('agrees with the reference on random files and owners', async ({ call, reference, random }) => {
  const folders = ['src', 'docs', 'orders', 'db'];
  const patterns = ['*', '*.ts', '*.sql', '/src/', '/src/orders/', 'docs/', 'orders/', '/db/', '/src/a.ts'];
  for (let round = 0; round < 5; round++) {
    const owners = Array.from({ length: random.int(2, 7) }, () => {
      const names = random.shuffle(['@ann', '@bo', '@jon', '@mira']).slice(0, random.int(0, 3));
      return [random.pick(patterns), ...names].join(' ');
    }).join('\n');
    const files = Array.from({ length: 12 }, (_, i) => {
      const path = Array.from({ length: random.int(0, 3) }, () => random.pick(folders));
      return [...path, `${random.pick(['a', `f${i}`])}.${random.pick(['ts', 'sql', 'md'])}`].join('/');
    });
    const change = [...new Set(files)];
    expect(await call('pickReviewers', owners, change, '@jon')).toEqual(
      await reference.call('pickReviewers', owners, change, '@jon'),
    );
  }
});
