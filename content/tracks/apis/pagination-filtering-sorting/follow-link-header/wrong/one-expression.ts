// caught by: finds rel after other parameters
export function linkTarget(header: string, rel: string): string | null {
  for (const [, target, value] of header.matchAll(/<([^>]*)>\s*;\s*rel\s*=\s*"?([^",;]*)"?/gi)) {
    if (value!.toLowerCase().split(/\s+/).includes(rel.toLowerCase())) return target!;
  }
  return null;
}
