export function expand(template: string, variables: Record<string, string | null>): string {
  return template;
}
