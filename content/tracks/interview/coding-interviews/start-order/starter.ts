export function startOrder(needs: Record<string, string[]>): string[] {
  return [];
}
