// Runs steps on a ring; says which node has each of `keys` keys before the last step and after it, a letter for each
// key. The hash is FNV-1a with the last steps of MurmurHash3, seeded, and cut to `buckets` places where points are
// meant to coincide.
const play = ({ createRing }, { steps, keys = 1000, pointsPerNode = 100, seed, buckets = 2 ** 32 }) => {
  const hash = (text: string) => {
    let h = seed ^ 0x811c9dc5;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return ((h ^ (h >>> 16)) >>> 0) % buckets;
  };
  const ring = createRing(hash, pointsPerNode);
  const states: string[] = [];
  for (const [action, node, weight] of steps) {
    if (action === 'remove') ring.remove(node);
    else if (weight === undefined) ring.add(node);
    else ring.add(node, weight);
    states.push(Array.from({ length: keys }, (_, k) => String(ring.nodeFor(`page-${k}`))).join(''));
  }
  return states.slice(-2);
};

const added = (names: string) => [...names].map((name) => ['add', name]);

function counts(state: Iterable<string>) {
  const result: Record<string, number> = {};
  for (const node of state) result[node] = (result[node] ?? 0) + 1;
  return result;
}

test('an empty ring has no node, and a ring of one has only that', async ({ evaluate }) => {
  const answers = await evaluate(({ createRing }) => {
    const ring = createRing((text: string) => text.length * 1000, 3);
    const empty = [ring.nodeFor('k'), ring.nodesFor('k', 2)];
    ring.remove('nobody');
    ring.add('a');
    return [...empty, ring.nodeFor('k'), ring.nodesFor('k', 2), ring.nodesFor('some other key', 1)];
  });
  expect(answers).toEqual([null, [], 'a', ['a'], ['a']]);
});

test('adding a node moves keys only to it', async ({ evaluate }) => {
  const [before, after] = await evaluate(play, { steps: added('abcdef'), seed: 1 });
  const elsewhere = [...after].filter((node, key) => node !== before[key] && node !== 'f');
  expect(elsewhere, 'nodes that got keys although only f was added').toEqual([]);
  expect(counts(after).f ?? 0).toBeGreaterThan(0);
});

test('removing a node moves only the keys that it had', async ({ evaluate }) => {
  const steps = [...added('abcdef'), ['remove', 'c']];
  const [before, after] = await evaluate(play, { steps, seed: 2 });
  const moved = [...before].filter((node, key) => node !== after[key]);
  expect(
    moved.filter((node) => node !== 'c'),
    'owners of keys that moved although only c left',
  ).toEqual([]);
  expect(after).not.toContain('c');
});

test('spreads the keys of a removed node over the others', async ({ evaluate }) => {
  const steps = [...added('abcdefghij'), ['remove', 'e']];
  const [before, after] = await evaluate(play, { steps, seed: 3, pointsPerNode: 200, keys: 3000 });
  const heirs = counts([...after].filter((_, key) => before[key] === 'e'));
  const total = Object.values(heirs).reduce((a, b) => a + b, 0);
  expect(Math.max(...Object.values(heirs)) / total, JSON.stringify(heirs)).toBeLessThanOrEqual(1 / 3);
});

test('nodesFor names different nodes, the responsible one first', async ({ evaluate }) => {
  const lists = await evaluate(({ createRing }) => {
    const hash = (text: string) =>
      [...text].reduce((h, c) => (Math.imul(h, 48271) ^ (c.charCodeAt(0) * 7919)) >>> 0, 7);
    const ring = createRing(hash, 50);
    for (const node of ['a', 'b', 'c', 'd']) ring.add(node);
    return Array.from({ length: 50 }, (_, k) => [
      ring.nodeFor(`key ${k}`),
      ring.nodesFor(`key ${k}`, 3),
      ring.nodesFor(`key ${k}`, 9),
    ]);
  });
  for (const [node, three, all] of lists) {
    expect(three[0]).toBe(node);
    expect(new Set(three).size).toBe(3);
    expect([...all].sort()).toEqual(['a', 'b', 'c', 'd']);
  }
});
