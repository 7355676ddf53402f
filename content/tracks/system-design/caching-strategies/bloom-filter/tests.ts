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

test('has the size that the formula gives', async ({ evaluate }) => {
  const sizeOf = async (items: number, errorRate: number) => {
    const { bits, hashes } = await evaluate(measure, { items, errorRate, prefix: 'k', count: 1, strangers: 0 });
    return [bits, hashes];
  };
  expect(await sizeOf(1000, 0.01)).toEqual([9586, 7]);
  expect(await sizeOf(1000, 0.5)).toEqual([1443, 1]);
  expect(await sizeOf(10, 0.0001)).toEqual([192, 13]);
  expect(await sizeOf(100, 0.9)).toEqual([22, 1]);
});

test('knows every key that was added', async ({ evaluate }) => {
  const { denied } = await evaluate(measure, { items: 5000, errorRate: 0.01, prefix: 'book-', strangers: 0 });
  expect(denied, 'keys of 5,000 that were added and denied').toBe(0);
});

test('denies everything when it is empty', async ({ evaluate }) => {
  const { affirmed } = await evaluate(measure, { items: 100, errorRate: 0.5, prefix: 'k', count: 0, strangers: 500 });
  expect(affirmed).toBe(0);
});

test('affirms strangers about as often as it may', async ({ evaluate }) => {
  const { affirmed } = await evaluate(measure, { items: 5000, errorRate: 0.05, prefix: 'book-', strangers: 20_000 });
  // 1,000 are expected, with a deviation of 31.
  expect(affirmed, 'of 20,000 strangers').toBeLessThanOrEqual(1250);
  expect(affirmed, 'of 20,000 strangers').toBeGreaterThanOrEqual(333);
});

test('answers the same after saving and loading', async ({ evaluate }) => {
  const { text, has, other } = await evaluate(saved, 20, 0.001, [['a', 'b', ''], ['ä€😀', 'a b'], ['c']]);
  expect(text).toMatch(/^[0-9a-f]{72}$/);
  expect({ has, other }).toEqual({ has: Array(6).fill(true), other: false });
});

test('saves an empty filter as zeros', async ({ evaluate }) => {
  expect((await evaluate(saved, 10, 0.01, [])).text).toBe('0'.repeat(24));
});
