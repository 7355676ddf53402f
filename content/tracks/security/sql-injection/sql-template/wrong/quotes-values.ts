// caught by: turns a value into a placeholder and keeps it unchanged
export function sql(strings: TemplateStringsArray, ...parts: unknown[]) {
  const quote = (part: unknown) =>
    part && typeof part === 'object' && 'text' in part
      ? part.text
      : typeof part === 'number'
        ? part
        : `'${String(part).replaceAll("'", "''")}'`;
  return { text: String.raw({ raw: strings }, ...parts.map(quote)), values: [] as unknown[] };
}

export function join(fragments: { text: string }[], separator: string) {
  return { text: fragments.map(({ text }) => text).join(separator), values: [] as unknown[] };
}
