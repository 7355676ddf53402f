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

const servers = [
  { name: 'a', weight: 4 },
  { name: 'b', weight: 3 },
  { name: 'c', weight: 1 },
];

test('takes a whole block in turn from a server that is alone', async ({ evaluate }) => {
  expect(await evaluate(play, [{ name: 'a', weight: 3 }], [4])).toEqual([['a', 'a', 'a', 'a']]);
});

test('does not count the weight of an unhealthy server', async ({ evaluate }) => {
  const left = servers.filter(({ name }) => name !== 'a');
  const [, first, second] = await evaluate(play, servers, [['a', false], 4, 4]);
  expect([count(first), count(second)]).toEqual([
    { b: 3, c: 1 },
    { b: 3, c: 1 },
  ]);
  expect(ahead([...first, ...second], left)).toEqual([]);
});

test('starts afresh when the health of a server changes', async ({ evaluate }) => {
  const [, , without, , all] = await evaluate(play, servers, [3, ['b', false], 10, ['b', true], 16]);
  expect(count(without.slice(0, 5))).toEqual({ a: 4, c: 1 });
  expect(count(without.slice(5))).toEqual({ a: 4, c: 1 });
  expect(ahead(without, [servers[0], servers[2]])).toEqual([]);
  expect(count(all.slice(0, 8))).toEqual({ a: 4, b: 3, c: 1 });
  expect(count(all.slice(8))).toEqual({ a: 4, b: 3, c: 1 });
  expect(ahead(all, servers)).toEqual([]);
});

test('gives a server that recovers its share and nothing to catch up', async ({ evaluate }) => {
  const equal = ['a', 'b'].map((name) => ({ name, weight: 1 }));
  const [, alone, , both] = await evaluate(play, equal, [['b', false], 50, ['b', true], 10]);
  expect([count(alone), count(both)]).toEqual([{ a: 50 }, { a: 5, b: 5 }]);
});

test('is not disturbed by reports that change nothing', async ({ evaluate }) => {
  const names = await evaluate(({ createBalancer }, servers) => {
    const balancer = createBalancer(servers);
    return Array.from({ length: 16 }, () => {
      const name = balancer.next();
      for (const server of servers) balancer.setHealthy(server.name, true);
      return name;
    });
  }, servers);
  expect(count(names)).toEqual({ a: 8, b: 6, c: 2 });
});

test('keeps one balancer apart from another', async ({ evaluate }) => {
  const names = await evaluate(({ createBalancer }, servers) => {
    const one = createBalancer(servers);
    const other = createBalancer(servers);
    other.setHealthy('a', false);
    return Array.from({ length: 8 }, () => {
      other.next();
      return one.next();
    });
  }, servers);
  expect(count(names)).toEqual({ a: 4, b: 3, c: 1 });
});

test('is exact and smooth for random weights, as the reference is', async ({ evaluate, reference, random }) => {
  for (let i = 0; i < 8; i++) {
    const fleet = Array.from({ length: random.int(2, 6) }, (_, n) => ({ name: `s${n}`, weight: random.int(1, 12) }));
    const lost = random.pick(fleet).name;
    const left = fleet.filter(({ name }) => name !== lost);
    const total = (servers) => servers.reduce((sum, { weight }) => sum + weight, 0);
    const script = [total(fleet), [lost, false], total(left), [lost, true], total(fleet)];
    const results = await evaluate(play, fleet, script);
    const expected = await reference.evaluate(play, fleet, script);
    expect(results.map(count)).toEqual(expected.map(count));
    expect({ fleet, ahead: ahead(results[0], fleet) }).toEqual({ fleet, ahead: [] });
    expect({ left, ahead: ahead(results[2], left) }).toEqual({ left, ahead: [] });
  }
});
