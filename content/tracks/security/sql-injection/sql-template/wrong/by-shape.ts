// caught by: treats an object that looks like a fragment as a value
type Query = { text: string; values: unknown[] };

export function sql(strings: TemplateStringsArray, ...parts: unknown[]): Query {
  const values: unknown[] = [];
  let text = strings[0]!;
  parts.forEach((part, i) => {
    if (part === undefined) throw new TypeError('undefined');
    if (typeof part === 'object' && part !== null && 'text' in part && 'values' in part) {
      const inner = part as Query;
      text += inner.text.replace(/\$(\d+)/g, (_, n) => `$${Number(n) + values.length}`);
      values.push(...inner.values);
    } else text += `$${values.push(part)}`;
    text += strings[i + 1];
  });
  return { text, values };
}

export function join(fragments: Query[], separator: string): Query {
  if (fragments.length === 0) throw new TypeError('empty');
  const strings = ['', ...fragments.slice(1).map(() => separator), ''];
  return sql(strings as unknown as TemplateStringsArray, ...fragments);
}
