export function nextVersion(current: string, messages: string[]): string | null {
  return current;
}
