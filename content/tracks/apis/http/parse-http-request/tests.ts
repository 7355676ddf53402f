const message = (...lines: string[]) => lines.join('\r\n');

test('takes the example apart', async ({ call }) => {
  const text = message('POST /orders HTTP/1.1', 'Host: shop.example', 'Content-Length: 13', '', '{"bookId":42}');
  expect(await call('parseRequest', text)).toEqual({
    method: 'POST',
    target: '/orders',
    version: 'HTTP/1.1',
    fields: [
      ['host', 'shop.example'],
      ['content-length', '13'],
    ],
    body: '{"bookId":42}',
  });
});

test('has an empty body without Content-Length', async ({ call }) => {
  // The request of RFC 9112, section 3.2.1, with a second request right behind it.
  const text = message('GET /where?q=now HTTP/1.1', 'Host: www.example.org', '', 'GET / HTTP/1.1', '');
  const { target, body } = await call('parseRequest', text);
  expect({ target, body }).toEqual({ target: '/where?q=now', body: '' });
});

test('keeps a value that holds colons', async ({ call }) => {
  const { fields } = await call('parseRequest', message('GET / HTTP/1.1', 'Host: localhost:8080', '', ''));
  expect(fields).toEqual([['host', 'localhost:8080']]);
});

test('keeps repeated fields, in the order of the message', async ({ call }) => {
  const lines = ['Host: a.example', 'Via: 1.1 one', 'Accept: text/html', 'Via: 1.1 two'];
  const { fields } = await call('parseRequest', message('GET / HTTP/1.1', ...lines, '', ''));
  expect(fields).toEqual([
    ['host', 'a.example'],
    ['via', '1.1 one'],
    ['accept', 'text/html'],
    ['via', '1.1 two'],
  ]);
});

test('cuts spaces and tabs around a value and none inside it', async ({ call }) => {
  const lines = ['Host:a.example', 'User-Agent: \t probe  1.0 (test) \t', 'X-Empty:'];
  const { fields } = await call('parseRequest', message('GET / HTTP/1.1', ...lines, '', ''));
  expect(fields).toEqual([
    ['host', 'a.example'],
    ['user-agent', 'probe  1.0 (test)'],
    ['x-empty', ''],
  ]);
});

test('refuses a space before the colon with 400', async ({ throws }) => {
  // RFC 9112, section 5.1: a server must answer such a message with 400.
  const text = message('GET / HTTP/1.1', 'Host: a.example', 'Content-Length : 5', '', 'hello');
  expect(await throws('parseRequest', text)).toMatchObject({ status: 400 });
});

test('refuses HTTP/1.1 without Host with 400', async ({ throws }) => {
  expect(await throws('parseRequest', message('GET / HTTP/1.1', 'Accept: */*', '', ''))).toMatchObject({ status: 400 });
});

test('refuses another major version with 505', async ({ throws }) => {
  const text = message('GET / HTTP/2.0', 'Host: a.example', '', '');
  expect(await throws('parseRequest', text)).toMatchObject({ status: 505 });
});
