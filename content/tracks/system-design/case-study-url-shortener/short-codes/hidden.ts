// Encodes and decodes many in the sandbox, so that one test is one crossing of the border.
const many = {
  ts: ({ encode, decode }, action, values, key) =>
    values.map((value) => (action === 'encode' ? encode : decode)(value, key)),
  py: `
    def drive(solution, action, values, key):
        act = solution.encode if action == "encode" else solution.decode
        return [act(value, key) for value in values]
  `,
};

const last = 62 ** 7 - 1;
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const read = (code: string) => [...code].reduce((sum, character) => sum * 62 + alphabet.indexOf(character), 0);

test('has every character about equally often at each place', async ({ evaluate, random }) => {
  const from = random.int(0, 2 ** 30);
  const codes = await evaluate(
    many,
    'encode',
    Array.from({ length: 4000 }, (_, i) => from + i),
    random.int(0, 2 ** 32 - 1),
  );
  // Binomial with n = 4000 and p = 1/62: a mean of 64.5 and a deviation of 7.97.
  const sevenDeviations = 7 * Math.sqrt(4000 * (1 / 62) * (61 / 62));
  for (let place = 0; place < 7; place++) {
    for (const character of alphabet) {
      const count = codes.filter((code) => code[place] === character).length;
      expect(
        Math.abs(count - 4000 / 62),
        `${character} at place ${place + 1} of 4000 codes: ${count}`,
      ).toBeLessThanOrEqual(sevenDeviations);
    }
  }
});

test('goes there and back for random numbers, codes and keys', async ({ evaluate, random }) => {
  for (let round = 0; round < 5; round++) {
    const key = random.pick([0, 1, 2 ** 31, 2 ** 32 - 1, random.int(0, 2 ** 32 - 1)]);
    const numbers = Array.from({ length: 1000 }, () => random.int(0, 61) * 62 ** 6 + random.int(0, 62 ** 6 - 1));
    const codes = await evaluate(many, 'encode', numbers, key);
    expect(await evaluate(many, 'decode', codes, key)).toEqual(numbers);
    const others = Array.from({ length: 1000 }, () => random.string(7, alphabet));
    const back = await evaluate(many, 'decode', others, key);
    expect(await evaluate(many, 'encode', back, key)).toEqual(others);
  }
});

test('gives 20,000 numbers 20,000 codes, in time', async ({ evaluate, random }) => {
  const seen = await evaluate(
    {
      ts: ({ encode, decode }, from, key) => {
        const codes = new Set<string>();
        let same = 0;
        for (let i = from; i < from + 20_000; i++) {
          const code = encode(i, key);
          codes.add(code);
          if (decode(code, key) === i) same++;
        }
        return [codes.size, same];
      },
      py: `
        def drive(solution, start, key):
            numbers = range(start, start + 20000)
            codes = [solution.encode(number, key) for number in numbers]
            return [len(set(codes)), sum(solution.decode(c, key) == n for c, n in zip(codes, numbers))]
      `,
    },
    random.int(0, 2 ** 40),
    random.int(0, 2 ** 32 - 1),
  );
  expect(seen).toEqual([20_000, 20_000]);
});

test('refuses the same numbers as the reference', async ({ evaluate, reference, random }) => {
  const tryOut = {
    ts: ({ encode }, number) => {
      try {
        return typeof encode(number, 5);
      } catch (error) {
        return (error as Error).name;
      }
    },
    py: `
      def drive(solution, number):
          try:
              return type(solution.encode(number, 5)).__name__
          except Exception as error:
              return type(error).__name__
    `,
  };
  for (const number of [
    last,
    last + 1,
    last + random.int(2, 1e6),
    -random.int(1, 1e6),
    random.int(0, 1e6) + 0.5,
    random.int(0, 1e6),
  ]) {
    expect(await evaluate(tryOut, number), `encode(${number})`).toBe(await reference.evaluate(tryOut, number));
  }
});
