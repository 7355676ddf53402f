// caught by: ends inside after wandering outside
export function resolveInside(root: string, requested: unknown): string | null {
  if (typeof requested !== 'string' || /[\\\0]/.test(requested)) return null;
  const clean = requested.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return clean.length === 0 ? null : `${root}/${clean.join('/')}`;
}
