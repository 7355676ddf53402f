const plain = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~';
const reserved = ":/?#[]@!$&'()*+,;=";

/** UTF-8 by hand, a byte at a time. */
function utf8(point: number): number[] {
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >> 6), 0x80 | (point & 63)];
  if (point < 0x10000) return [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)];
  return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)];
}

function encode(text: string, kept: string, keepsTriplets: boolean) {
  let out = '';
  const characters = [...text];
  for (let i = 0; i < characters.length; i++) {
    const one = characters[i]!;
    const triplet = characters.slice(i, i + 3).join('');
    if (keepsTriplets && /^%[0-9a-f]{2}$/i.test(triplet)) {
      out += triplet;
      i += 2;
    } else if (kept.includes(one)) out += one;
    else for (const byte of utf8(one.codePointAt(0)!)) out += '%' + (256 + byte).toString(16).slice(1).toUpperCase();
  }
  return out;
}

export function expand(template: string, variables: { [name: string]: string | null }) {
  let out = '';
  let rest = template;
  while (rest !== '') {
    const open = rest.indexOf('{');
    const literal = open === -1 ? rest : rest.slice(0, open);
    if (literal.includes('}')) throw new SyntaxError('unexpected }');
    out += encode(literal, plain + reserved, true);
    if (open === -1) return out;
    const close = rest.indexOf('}', open);
    if (close === -1) throw new SyntaxError('missing }');
    const inside = rest.slice(open + 1, close);
    rest = rest.slice(close + 1);
    const operator = '+#'.includes(inside[0] ?? 'x') ? inside[0]! : '';
    const name = inside.slice(operator.length);
    if (!/^\w[\w.]*$/.test(name)) throw new SyntaxError('bad expression ' + inside);
    const value = new Map(Object.entries(variables)).get(name) ?? null;
    if (value === null) continue;
    if (operator === '#') out += '#';
    out += operator ? encode(value, plain + reserved, true) : encode(value, plain, false);
  }
  return out;
}
