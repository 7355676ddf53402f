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

test('gives requests that are none the path -', async ({ call }) => {
  const requests = ['-', '', '\\x16\\x03\\x01', 'GET /books', 'GET /a b HTTP/1.1', 'GET  HTTP/1.1'];
  const lines = requests.map((request) => line({ request, status: '500', client: '198.51.100.9' }));
  const report = await call('triage', lines);
  expect(report.failures).toEqual([{ path: '-', count: 6 }]);
  expect(report.requests).toBe(6);
});

test('orders equal counts by their text', async ({ call }) => {
  const clients = ['203.0.113.9', '203.0.113.10', '10.0.0.2', '2001:db8::1'];
  const paths = ['/z', '/a', '/Z', '/m'];
  const lines = clients.map((client, i) => line({ client, status: '503', request: `GET ${paths[i]} HTTP/1.1` }));
  const report = await call('triage', lines);
  expect(report.clients.map((one) => one.client)).toEqual(['10.0.0.2', '2001:db8::1', '203.0.113.10']);
  expect(report.failures.map((one) => one.path)).toEqual(['/Z', '/a', '/m']);
});

test('is not led astray by what stands in the agent or the target', async ({ call }) => {
  const lines = [
    line({ agent: 'a [21/Nov/2020:01:00:00 +0000] \\x22GET /x HTTP/1.1\\x22 500 1' }),
    line({ request: 'GET /search?q=500?page=2 HTTP/1.1', status: '500' }),
    line({ agent: '', status: '500', bytes: '-', user: 'ada', request: 'POST /cart HTTP/1.1' }),
  ];
  const report = await call('triage', lines);
  expect(report.requests).toBe(3);
  expect(report.failures).toEqual([
    { path: '/cart', count: 1 },
    { path: '/search', count: 1 },
  ]);
});

test('takes a line for unreadable when anything of it is amiss', async ({ call }) => {
  const good = line();
  const bad = [
    `${good} 0.123`,
    ` ${good}`,
    line({ status: '20' }),
    line({ status: '2000' }),
    line({ status: 'abc' }),
    line({ bytes: '5k' }),
    line({ agent: 'a " quote' }),
    good.replace(' - - ', ' - '),
    good.replace(' 200 ', '  200 '),
    good.slice(0, -1),
    good.slice(1).replace('[', ''),
  ];
  for (const one of bad) {
    expect((await call('triage', [one])).unreadable, one).toBe(1);
  }
});

test('converts offsets of half hours and across midnight', async ({ call }) => {
  for (const [time, utc] of [
    ['01/Jan/2027:00:10:00 +0530', '2026-12-31T18:40:00Z'],
    ['28/Feb/2028:22:45:30 -0330', '2028-02-29T02:15:30Z'],
    ['09/Jul/2026:12:00:00 +0000', '2026-07-09T12:00:00Z'],
  ]) {
    expect((await call('triage', [line({ status: '500', time })])).firstFailure, time).toBe(utc);
  }
});

test('agrees with the reference on random logs', async ({ call, reference, random }) => {
  const lines = Array.from({ length: 60 }, () => {
    if (random.int(1, 12) === 1) return line().slice(0, random.int(0, 80));
    return line({
      client: random.pick(['203.0.113.7', '198.51.100.2', '2001:db8::4', '192.0.2.55', '192.0.2.6']),
      time: `${random.pick(['20', '21'])}/Nov/2026:${random.int(10, 23)}:${random.int(10, 59)}:00 ${random.pick(['+0000', '+0100', '-0500'])}`,
      request: random.pick([
        'GET /books?page=2 HTTP/1.1',
        'GET /books HTTP/1.1',
        'POST /checkout HTTP/2.0',
        '-',
        'GET /cart HTTP/1.1',
        'GET /a HTTP/1.1',
      ]),
      status: random.pick(['200', '200', '304', '404', '499', '500', '502']),
    });
  });
  expect(await call('triage', lines)).toEqual(await reference.call('triage', lines));
});
