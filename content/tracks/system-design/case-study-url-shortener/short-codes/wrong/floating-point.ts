// caught by: decodes what it encoded, at both ends of the range too
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const size = 62 ** 7;
const factor = 1_234_567_891_011;

export function encode(number: number, key: number) {
  if (!Number.isInteger(number) || number < 0 || number >= size) throw new RangeError('out of range');
  let x = (number * factor + key) % size;
  let code = '';
  for (let i = 0; i < 7; i++, x = Math.floor(x / 62)) code = alphabet[x % 62] + code;
  return code;
}

export function decode(code: string, key: number) {
  if (!/^[0-9A-Za-z]{7}$/.test(code)) throw new RangeError('no code');
  let x = 0;
  for (const c of code) x = x * 62 + alphabet.indexOf(c);
  return Math.round(((x - key + size) % size) / factor);
}
