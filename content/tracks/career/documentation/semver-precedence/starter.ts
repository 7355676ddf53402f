export function compareVersions(a: string, b: string): -1 | 0 | 1 {
  return 0;
}
