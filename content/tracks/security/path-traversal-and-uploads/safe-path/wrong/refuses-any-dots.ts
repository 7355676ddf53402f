// caught by: goes up and down inside the root
export function resolveInside(root: string, requested: unknown): string | null {
  if (typeof requested !== 'string' || /[\\\0]/.test(requested) || requested.includes('..')) return null;
  const parts = requested.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 ? null : `${root}/${parts.join('/')}`;
}
