const key = (letter: string, length = 32) => letter.repeat(length);
const good = {
  SHOP_DATABASE_URL: 'postgres://shop:pw@db/shop',
  SHOP_SESSION_KEYS: key('k'),
  SHOP_MAIL_ORIGIN: 'https://mail.test',
};
const goodConfig = {
  port: 3000,
  databaseUrl: 'postgres://shop:pw@db/shop',
  sessionKeys: [key('k')],
  mailOrigin: 'https://mail.test',
  logLevel: 'info',
  timeoutMs: 5000,
  secureCookies: true,
};

test('reads an environment with defaults', async ({ call }) => {
  expect(await call('loadConfig', good)).toEqual({ config: goodConfig });
  expect(await call('loadConfig', { ...good, PATH: '/bin', HOME: '', SHOPPING: 'x' })).toEqual({ config: goodConfig });
});

test('reads every setting', async ({ call }) => {
  const env = {
    SHOP_PORT: '8080',
    SHOP_DATABASE_URL: 'postgresql://db/other',
    SHOP_SESSION_KEYS: `${key('a')},${key('b', 40)}`,
    SHOP_MAIL_ORIGIN: 'https://other.test',
    SHOP_LOG_LEVEL: 'warn',
    SHOP_TIMEOUT_MS: '250',
    SHOP_SECURE_COOKIES: 'true',
  };
  expect(await call('loadConfig', env)).toEqual({
    config: {
      port: 8080,
      databaseUrl: 'postgresql://db/other',
      sessionKeys: [key('a'), key('b', 40)],
      mailOrigin: 'https://other.test',
      logLevel: 'warn',
      timeoutMs: 250,
      secureCookies: true,
    },
  });
});

test('reports all problems at once, in order', async ({ call }) => {
  const env = {
    SHOP_PORT: '80 80',
    SHOP_DATABASE_URL: 'postgres://db/shop',
    SHOP_SESSION_KEYS: '',
    SHOP_LOGLEVEL: 'warn',
    HOME: '/root',
  };
  expect(await call('loadConfig', env)).toEqual({
    problems: [
      { name: 'SHOP_PORT', problem: 'invalid' },
      { name: 'SHOP_SESSION_KEYS', problem: 'missing' },
      { name: 'SHOP_MAIL_ORIGIN', problem: 'missing' },
      { name: 'SHOP_LOGLEVEL', problem: 'unknown' },
    ],
  });
});

test('takes zero and false for what they are', async ({ call }) => {
  const answer = await call('loadConfig', { ...good, SHOP_TIMEOUT_MS: '0', SHOP_SECURE_COOKIES: 'false' });
  expect(answer).toEqual({ config: { ...goodConfig, timeoutMs: 0, secureCookies: false } });
});

test('describes a config without its secrets and leaves it as it is', async ({ evaluate }) => {
  const seen = await evaluate(
    {
      ts: ({ describeConfig }, config) => ({ described: describeConfig(config), config }),
      py: `
        def drive(solution, config):
            return {"described": solution.describe_config(config), "config": config}
      `,
    },
    goodConfig,
  );
  expect(seen.described).toEqual({ ...goodConfig, databaseUrl: '[secret]', sessionKeys: '[secret]' });
  expect(seen.config).toEqual(goodConfig);
});
