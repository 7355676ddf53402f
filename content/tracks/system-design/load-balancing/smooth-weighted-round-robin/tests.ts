const servers = [
  { name: 'a', weight: 5 },
  { name: 'b', weight: 1 },
  { name: 'c', weight: 1 },
];

// Calls next as often as the script says; a report stands between the counts: [7, ['a', false], 4].
const play = ({ createBalancer }, servers, script) => {
  const balancer = createBalancer(servers);
  return script.map((step) => {
    if (typeof step === 'number') return Array.from({ length: step }, () => balancer.next());
    balancer.setHealthy(step[0], step[1]);
    return 'reported';
  });
};

const count = (names) => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

// The names that were a whole request or more ahead of their share at some point.
const ahead = (names, servers) => {
  const total = servers.reduce((sum, { weight }) => sum + weight, 0);
  return servers.filter(({ name, weight }) => {
    let had = 0;
    return names.some((other, i) => {
      if (other === name) had++;
      return had * total >= (i + 1) * weight + total;
    });
  });
};

test('gives each server exactly its weight in every block', async ({ evaluate }) => {
  const blocks = await evaluate(play, servers, [7, 7, 7]);
  for (const block of blocks) expect(count(block)).toEqual({ a: 5, b: 1, c: 1 });
});

test('lets no server get a whole request ahead of its share', async ({ evaluate }) => {
  const [names] = await evaluate(play, servers, [70]);
  expect({ firstSeven: names.slice(0, 7), ahead: ahead(names, servers) }).toMatchObject({ ahead: [] });
});

test('takes turns when all weights are equal', async ({ evaluate }) => {
  const equal = ['a', 'b', 'c'].map((name) => ({ name, weight: 2 }));
  const [first, second] = await evaluate(play, equal, [3, 3]);
  expect([count(first), count(second)]).toEqual([
    { a: 1, b: 1, c: 1 },
    { a: 1, b: 1, c: 1 },
  ]);
});

test('sends nothing to an unhealthy server', async ({ evaluate }) => {
  const [, names] = await evaluate(play, servers, [['a', false], 6]);
  expect(count(names)).toEqual({ b: 3, c: 3 });
});

test('returns null when no server is healthy, and works again when one is', async ({ evaluate }) => {
  const script = [['a', false], ['b', false], ['c', false], 2, ['b', true], 2];
  const results = await evaluate(play, servers, script);
  expect([results[3], results[5]]).toEqual([
    [null, null],
    ['b', 'b'],
  ]);
});
