const bytes = (hex: string) => (hex.match(/[0-9a-f]{2}/g) ?? []).map((two) => parseInt(two, 16));
const one = (type: string, more: object = {}) => ({ '1': { name: 'a', type, ...more } });

test('reads 150, the first example of the encoding guide', async ({ call }) => {
  expect(await call('decode', bytes('08 96 01'), one('int32'))).toEqual({ a: 150 });
});

test('reads the text of the encoding guide', async ({ call }) => {
  const message = { '2': { name: 'b', type: 'string' } };
  expect(await call('decode', bytes('12 07 74 65 73 74 69 6e 67'), message)).toEqual({ b: 'testing' });
});

test('reads the message within a message of the encoding guide', async ({ call }) => {
  const message = { '3': { name: 'c', type: 'message', message: one('int32') } };
  expect(await call('decode', bytes('1a 03 08 96 01'), message)).toEqual({ c: { a: 150 } });
});

test('reads the packed list of the encoding guide', async ({ call }) => {
  const message = { '6': { name: 'f', type: 'int32', repeated: true } };
  expect(await call('decode', bytes('32 06 03 8e 02 9e a7 05'), message)).toEqual({ f: [3, 270, 86942] });
});

test('reads negative numbers in two’s complement and in zigzag', async ({ call }) => {
  // -2 in ten bytes, as the encoding guide shows it.
  expect(await call('decode', bytes('08 fe ff ff ff ff ff ff ff ff 01'), one('int32'))).toEqual({ a: -2 });
  expect(await call('decode', bytes('08 fe ff ff ff ff ff ff ff ff 01'), one('int64'))).toEqual({ a: '-2' });
  for (const [hex, value] of [
    ['00', 0],
    ['01', -1],
    ['02', 1],
    ['03', -2],
    ['fe ff ff ff 0f', 0x7fffffff],
    ['ff ff ff ff 0f', -0x80000000],
  ]) {
    expect(await call('decode', bytes(`08 ${hex}`), one('sint32')), `sint32 ${hex}`).toEqual({ a: value });
  }
});

test('skips what is not described', async ({ call }) => {
  // Field 15 as a varint, 64 bits, three bytes and 32 bits; then field 1.
  const hex = '78 ff 01 79 0102030405060708 7a 03 616263 7d 01020304 08 07';
  expect(await call('decode', bytes(hex), one('int32'))).toEqual({ a: 7 });
});

test('throws when the bytes end too early', async ({ throws }) => {
  await throws('decode', bytes('08 96'), one('int32'));
  await throws('decode', bytes('0a 05 61 62'), one('string'));
});
