// caught by: refuses undefined and accepts null
class Fragment {
  texts: readonly string[];
  values: readonly unknown[];
  constructor(texts: readonly string[], values: readonly unknown[]) {
    this.texts = texts;
    this.values = values;
  }
  get text() {
    return this.texts.reduce((text, next, i) => `${text}$${i}${next}`);
  }
}

function merge(strings: readonly string[], parts: readonly unknown[]) {
  const texts = [strings[0]!];
  const values: unknown[] = [];
  parts.forEach((part, i) => {
    const inner = part instanceof Fragment ? part : new Fragment(['', ''], [part ?? null]);
    texts.push(texts.pop()! + inner.texts[0]!, ...inner.texts.slice(1));
    texts.push(texts.pop()! + strings[i + 1]!);
    values.push(...inner.values);
  });
  return new Fragment(texts, values);
}

export const sql = (strings: TemplateStringsArray, ...values: unknown[]) => merge(strings, values);
export const join = (fragments: Fragment[], separator: string) => {
  if (fragments.length === 0) throw new TypeError('empty');
  return merge(['', ...fragments.slice(1).map(() => separator), ''], fragments);
};
