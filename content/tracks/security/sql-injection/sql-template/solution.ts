/** Constant texts and the values between them: always one text more than values. Not exported, so JSON cannot be one. */
class Fragment {
  readonly texts: readonly string[];
  readonly values: readonly unknown[];

  constructor(texts: readonly string[], values: readonly unknown[]) {
    this.texts = texts;
    this.values = values;
  }

  get text(): string {
    return this.texts.reduce((text, next, i) => `${text}$${i}${next}`);
  }

  toJSON() {
    return { text: this.text, values: this.values };
  }
}

export function sql(strings: TemplateStringsArray, ...values: unknown[]): Fragment {
  return merge(strings, values);
}

export function join(fragments: Fragment[], separator: string): Fragment {
  if (fragments.length === 0) throw new TypeError('join needs at least one fragment');
  const between = fragments.slice(1).map(() => separator);
  return merge(['', ...between, ''], fragments);
}

function merge(strings: readonly string[], parts: readonly unknown[]): Fragment {
  const texts = [strings[0]!];
  const values: unknown[] = [];
  parts.forEach((part, i) => {
    if (part === undefined) throw new TypeError('undefined cannot be a value of a query; use null for NULL');
    const after = strings[i + 1]!;
    const inner = part instanceof Fragment ? part : new Fragment(['', ''], [part]);
    // The first text of the inner fragment continues the last one of ours, and what follows continues its last.
    texts.push(texts.pop()! + inner.texts[0]!, ...inner.texts.slice(1));
    texts.push(texts.pop()! + after);
    values.push(...inner.values);
  });
  return new Fragment(texts, values);
}
