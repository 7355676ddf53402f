const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function toSeconds(text: unknown): number {
  const match = /^\w{3}, (\d\d) (\w{3}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/.exec(String(text));
  if (!match || !months.includes(match[2]!)) return NaN;
  const [day, year, hour, minute, second] = [1, 3, 4, 5, 6].map((group) => Number(match[group]));
  return Date.UTC(year!, months.indexOf(match[2]!), day, hour, minute, second) / 1000;
}

export function reuse(stored: any, now: number, cache: string) {
  const { headers, requestedAt, receivedAt } = stored;
  const control: Record<string, string | true> = {};
  for (const [, name, quoted, bare] of (headers['cache-control'] ?? '').matchAll(
    /([^\s=,]+)\s*(?:=\s*(?:"([^"]*)"|([^\s,]*)))?/g,
  )) {
    control[name.toLowerCase()] = quoted ?? bare ?? true;
  }
  const own = (name: string) => Object.hasOwn(control, name);
  const number = (value: unknown) => (typeof value === 'string' && /^[0-9]+$/.test(value) ? parseInt(value, 10) : 0);

  if (own('no-store')) return null;
  if (own('private') && cache !== 'private') return null;

  const date = Number.isNaN(toSeconds(headers.date)) ? receivedAt : toSeconds(headers.date);
  const sources: [boolean, () => number][] = [
    [cache === 'shared' && own('s-maxage'), () => number(control['s-maxage'])],
    [own('max-age'), () => number(control['max-age'])],
    ['expires' in headers, () => toSeconds(headers.expires) - date],
    ['last-modified' in headers, () => Math.floor((date - toSeconds(headers['last-modified'])) / 10)],
    [true, () => 0],
  ];
  const found = sources.find(([there]) => there)![1]();
  const lifetime = found > 0 ? found : 0;

  const initial = Math.max(receivedAt - date, 0, number(headers.age) + receivedAt - requestedAt);
  const age = initial + now - receivedAt;
  const strict = own('must-revalidate') || (cache === 'shared' ? own('proxy-revalidate') || own('s-maxage') : false);

  const verdict = () => {
    if (own('no-cache')) return 'validate';
    if (age < lifetime) return 'fresh';
    if (strict) return 'validate';
    return age - lifetime < number(control['stale-while-revalidate']) ? 'stale' : 'validate';
  };
  return { use: verdict(), age, lifetime };
}
