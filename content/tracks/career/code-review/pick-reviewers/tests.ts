const example = `
*            @mira
*.sql        @dba            # every SQL file, wherever it is
/src/orders/ @jon @mira
docs/        @writers
/docs/generated/
`;

test('answers the example of the task', async ({ call }) => {
  const files = ['src/orders/cancel.ts', 'db/007.sql', 'docs/generated/api.md'];
  expect(await call('pickReviewers', example, files, '@jon')).toEqual({
    reviewers: ['@dba', '@mira'],
    alone: ['docs/generated/api.md'],
  });
});

test('the last line that fits decides alone', async ({ call }) => {
  // *.sql fits as well, and stands above /src/orders/.
  expect(await call('pickReviewers', example, ['src/orders/totals.sql'], '@mira')).toEqual({
    reviewers: ['@jon'],
    alone: [],
  });
  expect(await call('pickReviewers', '/src/ @jon\n*.ts @kim\n', ['src/a.ts', 'src/a.css'], '@zoe')).toEqual({
    reviewers: ['@jon', '@kim'],
    alone: [],
  });
  expect(await call('pickReviewers', '/src/ @jon\n* @kim\n', ['src/a.ts'], '@zoe')).toEqual({
    reviewers: ['@kim'],
    alone: [],
  });
});

test('a line without names takes the owners away', async ({ call }) => {
  expect(await call('pickReviewers', example, ['docs/generated/api.md', 'docs/start.md'], '@mira')).toEqual({
    reviewers: ['@writers'],
    alone: ['docs/generated/api.md'],
  });
});

test('a file that only the author owns is alone', async ({ call }) => {
  expect(await call('pickReviewers', example, ['readme.txt', 'src/orders/a.ts'], '@mira')).toEqual({
    reviewers: ['@jon'],
    alone: ['readme.txt'],
  });
});

test('a file that no line fits is alone, in the order of the files', async ({ call }) => {
  const owners = '/src/ @jon\n';
  expect(await call('pickReviewers', owners, ['z.ts', 'src/b.ts', 'a.ts'], '@mira')).toEqual({
    reviewers: ['@jon'],
    alone: ['z.ts', 'a.ts'],
  });
});

test('names each reviewer once, in ascending order', async ({ call }) => {
  const owners = '*.ts @zoe @ann\n*.sql @ann @bo\n';
  expect(await call('pickReviewers', owners, ['b.sql', 'a.ts', 'c.ts'], '@jon')).toEqual({
    reviewers: ['@ann', '@bo', '@zoe'],
    alone: [],
  });
});
