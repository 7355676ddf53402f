export type Query = { text: string; values: unknown[] };

export function sql(strings: TemplateStringsArray, ...values: unknown[]): Query {
  return { text: String.raw({ raw: strings }, ...values), values: [] };
}

export function join(fragments: Query[], separator: string): Query {
  return { text: fragments.map(({ text }) => text).join(separator), values: [] };
}
