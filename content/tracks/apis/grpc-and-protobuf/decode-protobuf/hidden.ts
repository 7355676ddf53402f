const bytes = (hex: string) => (hex.match(/[0-9a-f]{2}/g) ?? []).map((two) => parseInt(two, 16));
const one = (type: string, more: object = {}) => ({ '1': { name: 'a', type, ...more } });

test('gives nothing for no bytes', async ({ call }) => {
  expect(await call('decode', [], one('int32'))).toEqual({});
});

test('reads numbers of 64 bits exactly', async ({ call }) => {
  const all = '08 ff ff ff ff ff ff ff ff ff 01';
  expect(await call('decode', bytes(all), one('uint64'))).toEqual({ a: '18446744073709551615' });
  expect(await call('decode', bytes(all), one('int64'))).toEqual({ a: '-1' });
  expect(await call('decode', bytes(all), one('sint64'))).toEqual({ a: '-9223372036854775808' });
  const largest = '08 fe ff ff ff ff ff ff ff ff 01';
  expect(await call('decode', bytes(largest), one('sint64'))).toEqual({ a: '9223372036854775807' });
  expect(await call('decode', bytes('08 81 80 80 80 80 80 80 10'), one('uint64'))).toEqual({ a: '9007199254740993' });
});

test('takes the lower 32 bits for types of 32 bits', async ({ call }) => {
  expect(await call('decode', bytes('08 ff ff ff ff 0f'), one('uint32'))).toEqual({ a: 4294967295 });
  expect(await call('decode', bytes('08 ff ff ff ff 0f'), one('int32'))).toEqual({ a: -1 });
  expect(await call('decode', bytes('08 81 80 80 80 10'), one('uint32'))).toEqual({ a: 1 });
  expect(await call('decode', bytes('08 83 80 80 80 10'), one('sint32'))).toEqual({ a: -2 });
});

test('reads bool', async ({ call }) => {
  const message = {
    '1': { name: 'a', type: 'bool' },
    '2': { name: 'b', type: 'bool' },
    '3': { name: 'c', type: 'bool' },
  };
  expect(await call('decode', bytes('08 00 10 01 18 80 80 80 80 10'), message)).toEqual({ a: false, b: true, c: true });
});

test('reads a varint that is longer than it need be', async ({ call }) => {
  expect(await call('decode', bytes('08 81 80 00'), one('int32'))).toEqual({ a: 1 });
});

test('reads text beyond ASCII, empty text and large field numbers', async ({ call }) => {
  expect(await call('decode', bytes('0a 08 5a 6f c3 ab 20 e2 9c 93'), one('string'))).toEqual({
    a: 'Zoë ✓',
  });
  expect(await call('decode', bytes('0a 00'), one('string'))).toEqual({ a: '' });
  // Field 536,870,911, the largest there is.
  const large = { '536870911': { name: 'z', type: 'int32' } };
  expect(await call('decode', bytes('f8 ff ff ff 0f 05'), large)).toEqual({ z: 5 });
});

test('the last value of a field counts', async ({ call }) => {
  expect(await call('decode', bytes('08 01 08 02 08 03'), one('int32'))).toEqual({ a: 3 });
  expect(await call('decode', bytes('0a 01 61 0a 01 62'), one('string'))).toEqual({ a: 'b' });
});

test('merges a message that comes twice', async ({ call }) => {
  const place = {
    '1': { name: 'shelf', type: 'int32' },
    '2': { name: 'row', type: 'int32' },
    '3': { name: 'codes', type: 'int32', repeated: true },
    '4': {
      name: 'room',
      type: 'message',
      message: { '1': { name: 'x', type: 'int32' }, '2': { name: 'y', type: 'int32' } },
    },
  };
  const hex = '0a 0a 08 01 10 02 18 07 22 02 08 05' + '0a 08 08 09 18 08 22 02 10 06';
  expect(await call('decode', bytes(hex), one('message', { message: place }))).toEqual({
    a: { shelf: 9, row: 2, codes: [7, 8], room: { x: 5, y: 6 } },
  });
});

test('collects repeated fields, packed, single and mixed', async ({ call }) => {
  expect(await call('decode', bytes('08 01 08 02'), one('int32', { repeated: true }))).toEqual({ a: [1, 2] });
  expect(await call('decode', bytes('08 01 0a 02 02 03 08 04'), one('uint64', { repeated: true }))).toEqual({
    a: ['1', '2', '3', '4'],
  });
  expect(await call('decode', bytes('0a 01 61 0a 00 0a 01 62'), one('string', { repeated: true }))).toEqual({
    a: ['a', '', 'b'],
  });
  const inner = { repeated: true, message: one('int32') };
  expect(await call('decode', bytes('0a 02 08 01 0a 00 0a 02 08 02'), one('message', inner))).toEqual({
    a: [{ a: 1 }, {}, { a: 2 }],
  });
  expect(await call('decode', bytes('0a 02 00 01'), one('bool', { repeated: true }))).toEqual({ a: [false, true] });
});

test('skips a described field of another wire type', async ({ call }) => {
  // A length where a number is described, a number where a text is, 32 bits where a number is.
  expect(await call('decode', bytes('0a 01 07'), one('int32'))).toEqual({});
  expect(await call('decode', bytes('08 07'), one('string'))).toEqual({});
  expect(await call('decode', bytes('08 07'), one('message', { message: {} }))).toEqual({});
  expect(await call('decode', bytes('0d 01020304 08 02'), one('int32'))).toEqual({ a: 2 });
});

test('throws for what no message can be', async ({ throws }) => {
  const refused = {
    'a varint of eleven bytes': '08 80 80 80 80 80 80 80 80 80 80 01',
    'field number 0': '00 01',
    'field number 0 with a length': '02 00',
    'wire type 3': '0b 08 01 0c',
    'wire type 4': '0c',
    'wire type 6': '0e 01',
    'wire type 7 in an unknown field': '7f 01',
    'half a tag': '08 01 88',
    '64 bits cut short': '79 01 02 03',
    '32 bits cut short': '7d 01',
    'an unknown length that is too long': '7a 04 01',
  };
  for (const [name, hex] of Object.entries(refused)) {
    expect((await throws('decode', bytes(hex), one('int32'))).message, name).toEqual(expect.any(String));
  }
  await throws('decode', bytes('0a 02 08 96'), one('message', { message: one('int32') }));
  await throws('decode', bytes('0a 02 01 96'), one('int32', { repeated: true }));
});

test('agrees with the reference on random messages', async ({ call, reference, random }) => {
  const scalars = ['int32', 'uint32', 'sint32', 'int64', 'uint64', 'sint64', 'bool'];
  const types = [...scalars, 'string', 'message'];
  const describe = (
    depth: number,
  ): Record<string, { name: string; type: string; repeated: boolean; message?: object }> =>
    Object.fromEntries(
      [1, 2, 3, 4].map((number) => {
        const type = random.pick(depth === 0 ? scalars : types);
        const field = { name: `f${number}`, type, repeated: random.bool() };
        return [String(number), type === 'message' ? { ...field, message: describe(depth - 1) } : field];
      }),
    );
  const varint = (length: number) =>
    Array.from({ length }, (_, i) => (i === length - 1 ? random.int(0, 1) : random.int(128, 255)));
  const withLength = (part: number[]) =>
    part.length < 128 ? [part.length, ...part] : [128 + (part.length % 128), Math.floor(part.length / 128), ...part];
  const write = (message: ReturnType<typeof describe>): number[] =>
    Array.from({ length: random.int(0, 5) }, () => {
      const number = random.int(1, 6);
      const field = message[String(number)];
      if (field?.type === 'message') return [number * 8 + 2, ...withLength(write(field.message as typeof message))];
      if (field?.type === 'string') return [number * 8 + 2, ...withLength(bytes('c3 ab 62'))];
      if (field?.repeated && random.bool()) {
        return [number * 8 + 2, ...withLength([...varint(random.int(1, 10)), ...varint(2)])];
      }
      if (!field && random.bool()) return [number * 8 + 5, 1, 2, 3, 4];
      return [number * 8, ...varint(random.int(1, 10))];
    }).flat();
  for (let turn = 0; turn < 10; turn++) {
    const message = describe(2);
    const sent = write(message);
    const expected = await reference.call('decode', sent, message);
    expect(await call('decode', sent, message), JSON.stringify({ sent, message })).toEqual(expected);
  }
});
