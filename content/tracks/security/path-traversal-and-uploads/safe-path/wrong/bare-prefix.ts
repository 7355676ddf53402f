// caught by: refuses a neighbour whose name begins like the root
export function resolveInside(root: string, requested: unknown): string | null {
  if (typeof requested !== 'string' || /[\\\0]/.test(requested)) return null;
  const parts: string[] = [];
  for (const part of `${root}/${requested}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const path = `/${parts.join('/')}`;
  return path.startsWith(root) && path !== root ? path : null;
}
