type Stored = { headers: Record<string, string>; requestedAt: number; receivedAt: number };
type Use = 'fresh' | 'stale' | 'validate';

function directives(field: string): Map<string, string> {
  const parts = field.split(',').map((part) => part.trim().split('='));
  return new Map(
    parts.map(([name = '', value = '']) => [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, '$1')]),
  );
}

/** A whole number of 0 or more; anything else is nothing. */
const seconds = (text: string | undefined) => (/^\d+$/.test(text ?? '') ? Number(text) : undefined);

const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
function date(text: string | undefined): number | undefined {
  if (text === undefined || !httpDate.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms / 1000;
}

export function reuse(
  { headers, requestedAt, receivedAt }: Stored,
  now: number,
  cache: 'shared' | 'private',
): { age: number; lifetime: number; use: Use } | null {
  const control = directives(headers['cache-control'] ?? '');
  const shared = cache === 'shared';
  if (control.has('no-store') || (shared && control.has('private'))) return null;

  const madeAt = date(headers.date) ?? receivedAt;
  const changedAt = date(headers['last-modified']);

  let lifetime = 0;
  if (shared && control.has('s-maxage')) lifetime = seconds(control.get('s-maxage')) ?? 0;
  else if (control.has('max-age')) lifetime = seconds(control.get('max-age')) ?? 0;
  else if (headers.expires !== undefined) lifetime = (date(headers.expires) ?? madeAt) - madeAt;
  else if (changedAt !== undefined) lifetime = Math.floor((madeAt - changedAt) / 10);
  lifetime = Math.max(0, lifetime);

  // Date needs clocks that agree, and Age caches that count: the larger of the two estimates is on the safe side.
  const byDate = Math.max(0, receivedAt - madeAt);
  const byAge = (seconds(headers.age) ?? 0) + (receivedAt - requestedAt);
  const age = Math.max(byDate, byAge) + (now - receivedAt);

  const mustAsk =
    control.has('must-revalidate') || (shared && (control.has('proxy-revalidate') || control.has('s-maxage')));
  const grace = seconds(control.get('stale-while-revalidate')) ?? 0;

  let use: Use = 'validate';
  if (!control.has('no-cache')) {
    if (lifetime > age) use = 'fresh';
    else if (!mustAsk && lifetime + grace > age) use = 'stale';
  }
  return { age, lifetime, use };
}
