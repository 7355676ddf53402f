// caught by: decodes what it encoded, at both ends of the range too
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const length = 7;
// The number is left · rightSize + right, with a half of three characters and one of four.
const leftSize = 62 ** 3;
const rightSize = 62 ** 4;
const size = leftSize * rightSize;
const rounds = 6;

/** The last steps of MurmurHash3: every bit of the input changes about half of the output's. */
function mix(half: number, round: number, key: number) {
  let h = key ^ Math.imul(round + 1, 0x9e3779b9);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b) ^ half;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function toCode(number: number) {
  let code = '';
  for (let rest = number; code.length < length; rest = Math.floor(rest / 62)) code = alphabet[rest % 62]! + code;
  return code;
}

function toNumber(code: string) {
  if (!/^[0-9A-Za-z]{7}$/.test(code) || code.length !== length) throw new RangeError('a code has seven characters');
  let number = 0;
  for (const character of code) number = number * 62 + alphabet.indexOf(character);
  return number;
}

export function encode(number: number, key: number): string {
  if (!Number.isInteger(number) || number < 0 || number >= size) throw new RangeError(`${number} has no code`);
  let left = Math.floor(number / rightSize);
  let right = number % rightSize;
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) left = (left + mix(right, round, key)) % leftSize;
    else right = (right + mix(left, round, key)) % rightSize;
  }
  return toCode(left * rightSize + right);
}

export function decode(code: string, key: number): number {
  const number = toNumber(code);
  let left = Math.floor(number / rightSize);
  let right = number % rightSize;
  for (let round = rounds - 1; round >= 0; round--) {
    if (round % 2 === 0) left = (left - (mix(right, round, key) % leftSize)) % leftSize;
    else right = (right - (mix(left, round, key) % rightSize) + rightSize) % rightSize;
  }
  return left * rightSize + right;
}
