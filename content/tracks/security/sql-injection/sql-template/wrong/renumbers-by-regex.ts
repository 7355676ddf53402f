// caught by: leaves a constant text such as $1 in a fragment as it is
class Fragment {
  text: string;
  values: unknown[];
  constructor(text: string, values: unknown[]) {
    this.text = text;
    this.values = values;
  }
}

export function sql(strings: TemplateStringsArray, ...parts: unknown[]) {
  const values: unknown[] = [];
  let text = strings[0]!;
  parts.forEach((part, i) => {
    if (part === undefined) throw new TypeError('undefined');
    if (part instanceof Fragment) {
      text += part.text.replace(/\$(\d+)/g, (_, n) => `$${Number(n) + values.length}`);
      values.push(...part.values);
    } else text += `$${values.push(part)}`;
    text += strings[i + 1];
  });
  return new Fragment(text, values);
}

export function join(fragments: Fragment[], separator: string) {
  if (fragments.length === 0) throw new TypeError('empty');
  const strings = ['', ...fragments.slice(1).map(() => separator), ''];
  return sql(strings as unknown as TemplateStringsArray, ...fragments);
}
