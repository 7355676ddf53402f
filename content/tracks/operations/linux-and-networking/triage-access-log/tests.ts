type Entry = {
  client?: string;
  user?: string;
  time?: string;
  request?: string;
  status?: string;
  bytes?: string;
  agent?: string;
};

const line = ({ client, user, time, request, status, bytes, agent }: Entry = {}) =>
  `${client ?? '203.0.113.7'} - ${user ?? '-'} [${time ?? '21/Nov/2026:01:00:00 +0000'}] ` +
  `"${request ?? 'GET /books HTTP/1.1'}" ${status ?? '200'} ${bytes ?? '512'} "-" "${agent ?? 'curl/8.5.0'}"`;

test('reports the example of the task', async ({ call }) => {
  const lines = [
    '203.0.113.7 - - [21/Nov/2026:02:10:31 +0100] "GET /checkout?step=2 HTTP/1.1" 502 157 "-" "Mozilla/5.0 (X11)"',
    '2001:db8::4 - ada [21/Nov/2026:01:12:09 +0000] "GET /books HTTP/1.1" 200 5120 "https://shop.example/" "curl/8.5.0"',
  ];
  expect(await call('triage', lines)).toEqual({
    requests: 2,
    unreadable: 0,
    failures: [{ path: '/checkout', count: 1 }],
    firstFailure: '2026-11-21T01:10:31Z',
    clients: [
      { client: '2001:db8::4', requests: 1 },
      { client: '203.0.113.7', requests: 1 },
    ],
  });
});

test('counts failures by path, without the query, most first', async ({ call }) => {
  const failing = ['/books?page=2', '/checkout', '/books', '/cart', '/books?page=3', '/checkout?step=2', '/about'];
  const lines = failing.map((path) => line({ request: `GET ${path} HTTP/1.1`, status: '500' }));
  const report = await call('triage', lines);
  expect(report.failures).toEqual([
    { path: '/books', count: 3 },
    { path: '/checkout', count: 2 },
    { path: '/about', count: 1 },
  ]);
});

test('takes statuses from 500 to 599 for failures and no others', async ({ call }) => {
  const lines = ['200', '304', '404', '499', '500', '599'].map((status) =>
    line({ status, request: `GET /${status} HTTP/2.0` }),
  );
  const report = await call('triage', lines);
  expect(report.failures).toEqual([
    { path: '/500', count: 1 },
    { path: '/599', count: 1 },
  ]);
});

test('finds the earliest failure across servers with different offsets', async ({ call }) => {
  const lines = [
    line({ status: '502', time: '21/Nov/2026:01:30:00 +0000' }),
    line({ status: '200', time: '20/Nov/2026:10:00:00 +0000' }),
    line({ status: '502', time: '21/Nov/2026:02:15:00 +0100' }),
    line({ status: '502', time: '21/Nov/2026:01:20:00 +0000' }),
  ];
  expect((await call('triage', lines)).firstFailure).toBe('2026-11-21T01:15:00Z');
});

test('counts lines that it cannot read', async ({ call }) => {
  const lines = [line(), '', 'rotated', line().slice(0, 60), line()];
  const report = await call('triage', lines);
  expect(report.requests).toBe(2);
  expect(report.unreadable).toBe(3);
});

test('reports nothing for no lines', async ({ call }) => {
  expect(await call('triage', [])).toEqual({
    requests: 0,
    unreadable: 0,
    failures: [],
    firstFailure: null,
    clients: [],
  });
});
