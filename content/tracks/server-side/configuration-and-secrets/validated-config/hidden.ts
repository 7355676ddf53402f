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

const invalid = (name: string) => ({ problems: [{ name, problem: 'invalid' }] });

test('reads whole numbers by their text', async ({ call }) => {
  const bad = [
    '0',
    '65536',
    '-1',
    '+80',
    '080',
    '80.0',
    '8e1',
    '0x50',
    ' 80',
    '80 ',
    '80\n',
    '80abc',
    '8_0',
    '٨٠',
    'eighty',
    '1e400',
    'Infinity',
  ];
  for (const port of bad) {
    const answer = await call('loadConfig', { ...good, SHOP_PORT: port });
    expect(answer, `SHOP_PORT=${JSON.stringify(port)}`).toEqual(invalid('SHOP_PORT'));
  }
  for (const port of ['1', '80', '65535']) {
    expect((await call('loadConfig', { ...good, SHOP_PORT: port })).config?.port).toBe(Number(port));
  }
  for (const timeout of ['60001', '-0', '00', '30s']) {
    const answer = await call('loadConfig', { ...good, SHOP_TIMEOUT_MS: timeout });
    expect(answer, `SHOP_TIMEOUT_MS=${timeout}`).toEqual(invalid('SHOP_TIMEOUT_MS'));
  }
  expect((await call('loadConfig', { ...good, SHOP_TIMEOUT_MS: '60000' })).config?.timeoutMs).toBe(60000);
});

test('takes texts exactly as they are', async ({ call }) => {
  const bad = {
    SHOP_DATABASE_URL: ['mysql://db/shop', ' postgres://db/shop', 'POSTGRES://db/shop', 'postgres:/db'],
    SHOP_MAIL_ORIGIN: ['http://mail.test', 'mail.test', ' https://mail.test'],
    SHOP_LOG_LEVEL: ['INFO', 'trace', 'info ', 'constructor'],
    SHOP_SECURE_COOKIES: ['1', 'yes', 'True', 'FALSE', ' true', 'toString'],
  };
  for (const [name, texts] of Object.entries(bad)) {
    for (const text of texts) {
      expect(await call('loadConfig', { ...good, [name]: text }), `${name}=${JSON.stringify(text)}`).toEqual(
        invalid(name),
      );
    }
  }
});

test('wants every session key to be long enough', async ({ call }) => {
  for (const keys of [
    key('a', 31),
    `${key('a')},${key('b', 31)}`,
    `${key('a')},`,
    `,${key('a')}`,
    ',',
    key('a,', 40),
  ]) {
    expect(await call('loadConfig', { ...good, SHOP_SESSION_KEYS: keys }), keys).toEqual(invalid('SHOP_SESSION_KEYS'));
  }
});

test('counts an empty variable as missing', async ({ call }) => {
  const empty = Object.fromEntries(
    ['PORT', 'DATABASE_URL', 'SESSION_KEYS', 'MAIL_ORIGIN', 'LOG_LEVEL', 'TIMEOUT_MS', 'SECURE_COOKIES'].map((name) => [
      `SHOP_${name}`,
      '',
    ]),
  );
  const missing = ['SHOP_DATABASE_URL', 'SHOP_SESSION_KEYS', 'SHOP_MAIL_ORIGIN'].map((name) => ({
    name,
    problem: 'missing',
  }));
  expect(await call('loadConfig', empty)).toEqual({ problems: missing });
  expect(await call('loadConfig', {})).toEqual({ problems: missing });
  expect(await call('loadConfig', { ...empty, ...good })).toEqual({ config: goodConfig });
});

test('names variables of ours that it does not know', async ({ call }) => {
  const answer = await call('loadConfig', {
    SHOP_ZOO: '1',
    ...good,
    SHOP_: 'x',
    SHOP_port: '80',
    SHOP_DEBUG: '',
    MY_SHOP_PORT: '1',
  });
  expect(answer).toEqual({
    problems: ['SHOP_', 'SHOP_DEBUG', 'SHOP_ZOO', 'SHOP_port'].map((name) => ({ name, problem: 'unknown' })),
  });
});

test('says nothing of the values', async ({ call }) => {
  const env = {
    SHOP_PORT: 'hunter2-a',
    SHOP_DATABASE_URL: 'hunter2-b',
    SHOP_SESSION_KEYS: 'hunter2-c',
    SHOP_MAIL_ORIGIN: 'hunter2-d',
    SHOP_PASSWORD: 'hunter2-e',
  };
  const answer = await call('loadConfig', env);
  expect(answer.problems).toHaveLength(5);
  expect(JSON.stringify(answer).includes('hunter2'), 'Whether a value stands in the problems').toBe(false);
});

test('leaves the environment as it is', async ({ evaluate }) => {
  const env = { SHOP_PORT: '', ...good, SHOP_X: '1' };
  const after = await evaluate(
    {
      ts: ({ loadConfig }, given) => {
        loadConfig(given);
        return given;
      },
      py: `
        def drive(solution, env):
            solution.load_config(env)
            return env
      `,
    },
    env,
  );
  expect(after).toEqual(env);
});

test('agrees with the reference on random environments', async ({ call, reference, random }) => {
  const texts: Record<string, string[]> = {
    SHOP_PORT: ['80', '0', '70000', 'x', ''],
    SHOP_DATABASE_URL: ['postgres://a', 'postgresql://b', 'sqlite://c', ''],
    SHOP_SESSION_KEYS: [key('a'), `${key('a')},${key('b')}`, 'short', ''],
    SHOP_MAIL_ORIGIN: ['https://a', 'ftp://b', ''],
    SHOP_LOG_LEVEL: ['debug', 'error', 'loud', ''],
    SHOP_TIMEOUT_MS: ['0', '10', '99999', ''],
    SHOP_SECURE_COOKIES: ['true', 'false', 'maybe', ''],
    SHOP_EXTRA: ['1'],
    HOME: ['/root'],
  };
  for (let turn = 0; turn < 40; turn++) {
    // Mostly what is valid, so that whole configs occur as well.
    const names = random.shuffle(Object.keys(texts)).filter((name) => name in good || random.bool());
    const env = Object.fromEntries(
      names.map((name) => [name, random.int(0, 3) > 0 ? texts[name][0] : random.pick(texts[name])]),
    );
    if (random.bool()) delete env.SHOP_EXTRA;
    expect(await call('loadConfig', env), JSON.stringify(env)).toEqual(await reference.call('loadConfig', env));
  }
});
