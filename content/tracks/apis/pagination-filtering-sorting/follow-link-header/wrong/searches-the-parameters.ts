// caught by: is not misled by commas, semicolons and brackets in a quoted value
export function linkTarget(header: string, rel: string): string | null {
  for (const [, target, parameters] of header.matchAll(/<([^>]*)>([^<]*)/g)) {
    const value = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters!);
    const types = (value?.[1] ?? value?.[2] ?? '').toLowerCase().split(/\s+/);
    if (types.includes(rel.toLowerCase())) return target!;
  }
  return null;
}
