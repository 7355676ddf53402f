/** Takes the text apart with indexOf, and compares numbers as BigInt. */
export function compareVersions(a: string, b: string): number {
  const x = parse(a);
  const y = parse(b);
  for (let i = 0; i < 3; i++) if (x.core[i]! !== y.core[i]!) return x.core[i]! < y.core[i]! ? -1 : 1;
  if (x.pre === null || y.pre === null) return x.pre === y.pre ? 0 : x.pre === null ? 1 : -1;
  for (let i = 0; i < Math.max(x.pre.length, y.pre.length); i++) {
    const [p, q] = [x.pre[i], y.pre[i]];
    if (p === undefined) return -1;
    if (q === undefined) return 1;
    if (p === q) continue;
    if (typeof p === typeof q) return p < q ? -1 : 1;
    return typeof p === 'bigint' ? -1 : 1;
  }
  return 0;
}

function parse(version: string) {
  const refuse = () => {
    throw new TypeError(`not a version: "${version}"`);
  };
  const cut = (text: string, mark: string): [string, string | null] => {
    const at = text.indexOf(mark);
    return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
  };
  const [rest, build] = cut(version, '+');
  const [core, pre] = cut(rest, '-');
  const whole = (text: string) => (/^\d+$/.test(text) && (text === '0' || text[0] !== '0') ? BigInt(text) : refuse());
  const names = (text: string) => {
    const parts = text.split('.');
    for (const part of parts) if (part === '' || /[^0-9A-Za-z-]/.test(part)) refuse();
    return parts;
  };
  const numbers = core.split('.').map(whole);
  if (numbers.length !== 3) refuse();
  if (build !== null) names(build);
  const identifiers = pre === null ? null : names(pre).map((part) => (/^\d+$/.test(part) ? whole(part) : part));
  return { core: numbers as bigint[], pre: identifiers as (bigint | string)[] | null };
}
