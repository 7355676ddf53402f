export type HeadersInit = Headers | Iterable<readonly [string, string]> | Record<string, string>;

const tokenPattern = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Names in lower case, values in the order in which they came; `set-cookie` alone is never joined. */
export class Headers {
  #values = new Map<string, string[]>();

  constructor(init?: HeadersInit | null) {
    if (init === undefined || init === null) return;
    if (init instanceof Headers) {
      for (const [name, values] of init.#values) this.#values.set(name, [...values]);
      return;
    }
    if (typeof init !== 'object') throw new TypeError('Headers are made from an object or a list of pairs.');
    const pairs = Symbol.iterator in init ? init : Object.entries(init);
    for (const pair of pairs) {
      const [name, value, ...more] = [...pair];
      if (value === undefined || more.length > 0) throw new TypeError('Each header is a pair of a name and a value.');
      this.append(name!, value);
    }
  }
  append(name: string, value: string): void {
    const key = nameOf(name);
    const text = valueOf(value);
    const values = this.#values.get(key);
    if (values === undefined) this.#values.set(key, [text]);
    else values.push(text);
  }
  set(name: string, value: string): void {
    this.#values.set(nameOf(name), [valueOf(value)]);
  }
  get(name: string): string | null {
    return this.#values.get(nameOf(name))?.join(', ') ?? null;
  }
  getSetCookie(): string[] {
    return [...(this.#values.get('set-cookie') ?? [])];
  }
  has(name: string): boolean {
    return this.#values.has(nameOf(name));
  }
  delete(name: string): void {
    this.#values.delete(nameOf(name));
  }
  forEach(visit: (value: string, name: string, headers: Headers) => void, self?: unknown): void {
    for (const [name, value] of this) visit.call(self, value, name, this);
  }
  *entries(): Generator<[string, string]> {
    for (const name of [...this.#values.keys()].sort()) {
      const values = this.#values.get(name) ?? [];
      if (name === 'set-cookie') for (const value of values) yield [name, value];
      else yield [name, values.join(', ')];
    }
  }
  *keys(): Generator<string> {
    for (const [name] of this) yield name;
  }
  *values(): Generator<string> {
    for (const [, value] of this) yield value;
  }
  [Symbol.iterator](): Generator<[string, string]> {
    return this.entries();
  }
}

function nameOf(name: string): string {
  const text = String(name);
  if (!tokenPattern.test(text)) throw new TypeError(`${JSON.stringify(text)} is not a legal HTTP header name.`);
  return text.toLowerCase();
}

function valueOf(value: string): string {
  const text = String(value).replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
  if (/[\0\n\r]|[^\0-\xff]/.test(text))
    throw new TypeError(`${JSON.stringify(text)} is not a legal HTTP header value.`);
  return text;
}
