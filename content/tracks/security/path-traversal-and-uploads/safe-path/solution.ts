export function resolveInside(root: string, requested: unknown): string | null {
  if (typeof requested !== 'string' || /[\\\0]/.test(requested)) return null;
  const resolved = resolve(`${root}/${requested}`);
  return resolved.startsWith(`${root}/`) ? resolved : null;
}

/** Carries out an absolute path part by part, as the file system would. */
function resolve(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}
