export function resolveInside(root: string, requested: unknown): string | null {
  return `${root}/${requested}`;
}
