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

test('makes codes of seven characters of the alphabet', async ({ evaluate }) => {
  for (const code of await evaluate(many, 'encode', [0, 1, 61, 62, 125, 1e6, last], 7)) {
    expect(code).toMatch(/^[0-9A-Za-z]{7}$/);
  }
});

test('decodes what it encoded, at both ends of the range too', async ({ evaluate }) => {
  const numbers = [0, 1, 2, 61, 62, 238_327, 238_328, 14_776_335, 14_776_336, 2 ** 32, last - 1, last];
  const codes = await evaluate(many, 'encode', numbers, 42);
  expect(await evaluate(many, 'decode', codes, 42)).toEqual(numbers);
});

test('encodes what it decoded: every code belongs to a number', async ({ evaluate }) => {
  const codes = ['0000000', 'zzzzzzz', '0000021', 'abcdefg', 'Zebra42', 'z000000', '000000z'];
  const numbers = await evaluate(many, 'decode', codes, 42);
  for (const number of numbers) {
    expect(Number.isInteger(number) && number >= 0 && number <= last, `${number} is in the range`).toBe(true);
  }
  expect(await evaluate(many, 'encode', numbers, 42)).toEqual(codes);
});

test('gives other codes with another key', async ({ evaluate }) => {
  const numbers = Array.from({ length: 100 }, (_, i) => i * 1000);
  const one = await evaluate(many, 'encode', numbers, 1);
  const two = await evaluate(many, 'encode', numbers, 2);
  expect(one.filter((code, i) => code === two[i])).toEqual([]);
});

test('spreads neighbours over the whole range', async ({ evaluate }) => {
  const codes = await evaluate(
    many,
    'encode',
    Array.from({ length: 2000 }, (_, i) => i),
    99,
  );
  expect(new Set(codes.map((code) => code[0])).size, 'different first characters').toBe(62);
  const steps = new Set(codes.slice(1).map((code, i) => read(code) - read(codes[i]!)));
  expect(steps.size, 'different distances between neighbours').toBeGreaterThanOrEqual(1990);
});

test('refuses numbers that have no code', async ({ throws, language }) => {
  for (const number of [-1, last + 1, 1.5]) {
    const { name } = await throws('encode', number, 1);
    expect(name).toBe(language === 'python' ? 'ValueError' : 'RangeError');
  }
});

test('refuses what is no code', async ({ throws, language }) => {
  for (const code of ['', '000000', '00000000', '00000-0', 'äbcdefg', '0000000\n']) {
    const { name } = await throws('decode', code, 1);
    expect(name).toBe(language === 'python' ? 'ValueError' : 'RangeError');
  }
});
