export function resolveInside(root: string, requested: unknown): string | null {
  if (typeof requested !== 'string') return null;
  if (requested.includes('\\') || requested.includes('\u0000')) return null;
  const walk = (parts: string[], part: string) => {
    if (part === '..') return parts.slice(0, -1);
    return part === '' || part === '.' ? parts : [...parts, part];
  };
  const rootParts = root.split('/').filter((part) => part !== '');
  const parts = requested.split('/').reduce(walk, rootParts);
  const inside = parts.length > rootParts.length && rootParts.every((part, i) => parts[i] === part);
  return inside ? `/${parts.join('/')}` : null;
}
