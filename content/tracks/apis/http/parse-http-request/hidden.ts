const message = (...lines: string[]) => lines.join('\r\n');
const withFields = (...fields: string[]) => message('GET / HTTP/1.1', 'Host: a.example', ...fields, '', 'hello world');

test('keeps an empty line inside the body', async ({ call }) => {
  const text = message('PUT /note HTTP/1.1', 'Host: a.example', 'Content-Length: 10', '', 'one', '', 'two');
  expect((await call('parseRequest', text)).body).toBe('one\r\n\r\ntwo');
});

test('leaves what comes after the body to the next request', async ({ call }) => {
  expect((await call('parseRequest', withFields('content-length: 5'))).body).toBe('hello');
});

test('refuses a first line of another shape with 400', async ({ throws }) => {
  const lines = [
    'GET /',
    'GET  / HTTP/1.1',
    'GET /a b HTTP/1.1',
    ' GET / HTTP/1.1',
    'GET / HTTP/1.1 ',
    'GET / http/1.1',
    'GET / HTTP/1',
  ];
  for (const line of lines) {
    const error = await throws('parseRequest', message(line, 'Host: a.example', '', ''));
    expect({ line, status: error.status }).toEqual({ line, status: 400 });
  }
});

test('refuses a field that is no field with 400', async ({ throws }) => {
  for (const field of ['no colon here', ': nameless', ' folded: line', '\tfolded: line', 'two words: 1', 'tab\t: 1']) {
    const error = await throws('parseRequest', withFields('X-First: 1', field));
    expect({ field, status: error.status }).toEqual({ field, status: 400 });
  }
});

test('refuses fields that no empty line ends with 400', async ({ throws }) => {
  expect(await throws('parseRequest', 'GET / HTTP/1.1\r\nHost: a.example\r\n')).toMatchObject({ status: 400 });
});

test('refuses a second Host with 400', async ({ throws }) => {
  expect(await throws('parseRequest', withFields('HOST: b.example'))).toMatchObject({ status: 400 });
});

test('accepts HTTP/1.0 without Host', async ({ call }) => {
  const { version, fields } = await call('parseRequest', message('GET / HTTP/1.0', '', ''));
  expect({ version, fields }).toEqual({ version: 'HTTP/1.0', fields: [] });
});

test('refuses a Content-Length that is not only digits with 400', async ({ throws }) => {
  for (const length of ['5abc', '-1', '+5', '5.0', '0x5', '5, 5', '1e1', '']) {
    const error = await throws('parseRequest', withFields(`Content-Length: ${length}`));
    expect({ length, status: error.status }).toEqual({ length, status: 400 });
  }
});

test('refuses a second Content-Length with 400', async ({ throws }) => {
  const text = withFields('Content-Length: 5', 'content-length: 6');
  expect(await throws('parseRequest', text)).toMatchObject({ status: 400 });
});

test('refuses a body that is shorter than Content-Length says with 400', async ({ throws }) => {
  expect(await throws('parseRequest', withFields('Content-Length: 12'))).toMatchObject({ status: 400 });
});

test('agrees with the reference on random requests', async ({ call, reference, random }) => {
  for (let i = 0; i < 10; i++) {
    const body = random.string(random.int(0, 30), 'ab:\r\n ');
    const names = ['Accept', 'X-Trace', 'VIA', 'cookie'];
    const fields = Array.from(
      { length: random.int(0, 5) },
      () => `${random.pick(names)}:${random.string(6, 'xy: \t')}`,
    );
    const length = `Content-Length: ${random.int(0, body.length)}`;
    const lines = random.shuffle(['Host: a.example', length, ...fields]);
    const text = message(`${random.pick(['GET', 'PUT'])} /${random.string(4)} HTTP/1.1`, ...lines, '', body);
    expect(await call('parseRequest', text)).toEqual(await reference.call('parseRequest', text));
  }
});
