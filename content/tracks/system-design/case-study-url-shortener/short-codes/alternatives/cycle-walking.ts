/** A Feistel network on 42 bits, repeated until the result is small enough: "cycle walking". */
const letters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
const size = 62n ** 7n;

function f(half: bigint, round: bigint, key: number) {
  let h = (half * 0x9e3779b97f4a7c15n + BigInt(key) * 0xbf58476d1ce4e5b9n + round * 0x94d049bb133111ebn) % 2n ** 64n;
  h = ((h ^ (h >> 29n)) * 0xbf58476d1ce4e5b9n) % 2n ** 64n;
  return (h ^ (h >> 32n)) % 2n ** 21n;
}

function forwards(x: bigint, key: number) {
  let [l, r] = [x >> 21n, x & 0x1fffffn];
  for (let i = 0n; i < 5n; i++) [l, r] = [r, l ^ f(r, i, key)];
  return (l << 21n) | r;
}

function backwards(x: bigint, key: number) {
  let [l, r] = [x >> 21n, x & 0x1fffffn];
  for (let i = 4n; i >= 0n; i--) [l, r] = [r ^ f(l, i, key), l];
  return (l << 21n) | r;
}

export function encode(number: number, key: number) {
  if (!Number.isSafeInteger(number) || number < 0 || BigInt(number) >= size) throw new RangeError('out of range');
  let x = BigInt(number);
  do x = forwards(x, key);
  while (x >= size);
  let code = '';
  for (let i = 0; i < 7; i++, x /= 62n) code = letters[Number(x % 62n)] + code;
  return code;
}

export function decode(code: string, key: number) {
  const digits = [...String(code)].map((letter) => letters.indexOf(letter));
  if (digits.length !== 7 || digits.includes(-1)) throw new RangeError('no code');
  let x = digits.reduce((sum, digit) => sum * 62n + BigInt(digit), 0n);
  do x = backwards(x, key);
  while (x >= size);
  return Number(x);
}
