// Adds `count` keys that begin with `prefix`, asks for all of them, and for `strangers` others that are just like them.
const measure = {
  ts: ({ createFilter }, { items, errorRate, count = items, prefix, strangers }) => {
    const filter = createFilter(items, errorRate);
    for (let i = 0; i < count; i++) filter.add(`${prefix}${i}`);
    let denied = 0;
    for (let i = 0; i < count; i++) if (filter.has(`${prefix}${i}`) !== true) denied++;
    let affirmed = 0;
    for (let i = count; i < count + strangers; i++) if (filter.has(`${prefix}${i}`) !== false) affirmed++;
    return { denied, affirmed, bits: filter.bits, hashes: filter.hashes };
  },
  py: `
    def drive(solution, given):
        items, prefix = given["items"], given["prefix"]
        count = given.get("count", items)
        filter = solution.create_filter(items, given["errorRate"])
        for i in range(count):
            filter.add(f"{prefix}{i}")
        denied = sum(filter.has(f"{prefix}{i}") is not True for i in range(count))
        affirmed = sum(filter.has(f"{prefix}{i}") is not False for i in range(count, count + given["strangers"]))
        return {"denied": denied, "affirmed": affirmed, "bits": filter.bits, "hashes": filter.hashes}
  `,
};

// Adds keys to a filter, in several parts each of which is saved and loaded again, and tells what was saved in the end.
const saved = {
  ts: ({ createFilter, loadFilter }, items, errorRate, parts) => {
    let filter = createFilter(items, errorRate);
    let text = filter.save();
    for (const keys of parts) {
      for (const key of keys) filter.add(key);
      text = filter.save();
      filter = loadFilter(text, items, errorRate);
    }
    return { text, has: parts.flat().map((key) => filter.has(key)), other: filter.has('nobody has added this') };
  },
  py: `
    def drive(solution, items, error_rate, parts):
        filter = solution.create_filter(items, error_rate)
        text = filter.save()
        for keys in parts:
            for key in keys:
                filter.add(key)
            text = filter.save()
            filter = solution.load_filter(text, items, error_rate)
        has = [filter.has(key) for keys in parts for key in keys]
        return {"text": text, "has": has, "other": filter.has("nobody has added this")}
  `,
};

const bitsOf = (text: string) =>
  [...text].reduce((sum, digit) => sum + [...parseInt(digit, 16).toString(2)].filter((bit) => bit === '1').length, 0);

test('keeps to its error rate for keys that are alike, at several sizes', async ({ evaluate, random }) => {
  for (const [items, errorRate] of [
    [2000, 0.1],
    [5000, 0.01],
    [3000, 0.02],
  ] as const) {
    const prefix = `${random.string(random.int(0, 8))}-`;
    const { denied, affirmed } = await evaluate(measure, { items, errorRate, prefix, strangers: 20_000 });
    const expected = 20_000 * errorRate;
    const limit = 1.1 * expected + 6 * Math.sqrt(expected * (1 - errorRate));
    expect(denied).toBe(0);
    expect(affirmed, `of 20,000 strangers like "${prefix}17" at a rate of ${errorRate}`).toBeLessThanOrEqual(limit);
    expect(affirmed, `of 20,000 strangers at a rate of ${errorRate}`).toBeGreaterThanOrEqual(expected / 3);
  }
});

test('sets at most as many bits for a key as it has hashes, and usually as many', async ({ evaluate, random }) => {
  let total = 0;
  for (let i = 0; i < 20; i++) {
    const { text } = await evaluate(saved, 1000, 0.01, [[random.string(random.int(1, 20))]]);
    const bits = bitsOf(text);
    expect(bits, 'bits that one key set').toBeLessThanOrEqual(7);
    total += bits;
  }
  expect(total, 'bits that 20 keys set, each alone').toBeGreaterThanOrEqual(130);
});

test('does not depend on the order, and not on adding twice', async ({ evaluate, random }) => {
  const keys = Array.from({ length: 50 }, () => random.string(6));
  const one = await evaluate(saved, 100, 0.01, [keys]);
  const two = await evaluate(saved, 100, 0.01, [random.shuffle(keys), keys.slice(0, 20)]);
  expect(two.text).toBe(one.text);
});

test('fills half of its bits with the keys it was made for', async ({ evaluate, random }) => {
  const keys = Array.from({ length: 500 }, (_, i) => `${random.string(4)}${i}`);
  const { text } = await evaluate(saved, 500, 0.01, [keys]);
  // 4,793 bits, half of them set, with a deviation below 35 (it would be that for independent bits).
  expect(Math.abs(bitsOf(text) / 4793 - 0.518)).toBeLessThanOrEqual(0.044);
});

test('agrees with the reference on sizes', async ({ evaluate, reference, random }) => {
  for (let i = 0; i < 10; i++) {
    const given = {
      items: random.int(1, 100_000),
      errorRate: random.int(1, 999) / 1000,
      prefix: 'k',
      count: 0,
      strangers: 0,
    };
    expect(await evaluate(measure, given)).toEqual(await reference.evaluate(measure, given));
  }
});
