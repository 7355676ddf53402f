// caught by: a type counts in upper and lower case
const nothing = 0;
const patch = 1;
const minor = 2;
const major = 3;

export function nextVersion(current: string, messages: string[]): string | null {
  const [x, y, z] = current.split('.').map(Number) as [number, number, number];
  const wish = Math.max(nothing, ...messages.map(wishOf));
  if (wish === nothing) return null;
  if (wish === patch) return `${x}.${y}.${z + 1}`;
  if (wish === minor || x === 0) return `${x}.${y + 1}.0`;
  return `${x + 1}.0.0`;
}

function wishOf(message: string): number {
  const [header = '', ...rest] = message.split('\n');
  const [, type, mark] = /^([^():!]+)(?:\([^():!]+\))?(!?): .*\S/.exec(header) ?? [];
  if (type === undefined) return nothing;
  if (mark === '!' || rest.some((line) => /^BREAKING[ -]CHANGE: .*\S/.test(line))) return major;
  if (type === 'feat') return minor;
  return type === 'fix' ? patch : nothing;
}
