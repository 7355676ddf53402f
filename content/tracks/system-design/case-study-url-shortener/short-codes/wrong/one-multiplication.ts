// caught by: spreads neighbours over the whole range
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const size = 62n ** 7n;
// 62 = 2 · 31, so a factor without these has an inverse.
const factor = 1_234_567_891_011n;

function inverse(a: bigint, m: bigint) {
  let [r, newR, t, newT] = [m, a, 0n, 1n];
  while (newR > 0n) [r, newR, t, newT] = [newR, r % newR, newT, t - (r / newR) * newT];
  return ((t % m) + m) % m;
}

export function encode(number: number, key: number) {
  if (!Number.isInteger(number) || number < 0 || BigInt(number) >= size) throw new RangeError('out of range');
  let x = (BigInt(number) * factor + BigInt(key) * 31_415_926n) % size;
  let code = '';
  for (let i = 0; i < 7; i++, x /= 62n) code = alphabet[Number(x % 62n)] + code;
  return code;
}

export function decode(code: string, key: number) {
  if (!/^[0-9A-Za-z]{7}$/.test(code)) throw new RangeError('no code');
  const x = [...code].reduce((sum, c) => sum * 62n + BigInt(alphabet.indexOf(c)), 0n);
  return Number(((((x - BigInt(key) * 31_415_926n) % size) + size) * inverse(factor, size)) % size);
}
