import { DOMException } from './events.ts';

/** Reads a URL outside the isolate, where Node's own parser is: the parts as JSON, or an empty text when it is none. */
export type ParseUrl = (url: string, base: string, change: string, value: string) => string;

const settable = [
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
] as const;
type Parts = Record<'href' | 'origin' | (typeof settable)[number], string>;

const decodeForm = (text: string): string => {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // A percent sign that encodes nothing stays as it is.
    return spaced.replace(/(%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
  }
};
const encodeForm = (text: string): string =>
  encodeURIComponent(text.toWellFormed())
    .replaceAll('%20', '+')
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

export type SearchInit = string | URLSearchParams | Iterable<readonly [string, string]> | Record<string, string>;

export class URLSearchParams {
  #pairs: [string, string][] = [];
  #onChange: (() => void) | undefined;

  constructor(init: SearchInit = '') {
    if (typeof init === 'string') this.#read(init);
    else if (init instanceof URLSearchParams) this.#pairs = init.#pairs.map(([name, value]) => [name, value]);
    else {
      const pairs = Symbol.iterator in init ? init : Object.entries(init);
      this.#pairs = [...pairs].map(([name, value]) => [String(name), String(value)]);
    }
  }
  #read(text: string): void {
    const parts = text.replace(/^\?/, '').split('&');
    this.#pairs = parts.flatMap((part) => {
      if (part === '') return [];
      const at = part.indexOf('=');
      const [name, value] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
      return [[decodeForm(name), decodeForm(value)] as [string, string]];
    });
  }
  /** For a URL, whose text follows its parameters and the other way round. */
  static bound(
    search: string,
    onChange: (text: string) => void,
  ): { params: URLSearchParams; read: (text: string) => void } {
    const params = new URLSearchParams(search);
    params.#onChange = () => onChange(params.toString());
    return { params, read: (text) => params.#read(text) };
  }
  get size(): number {
    return this.#pairs.length;
  }
  append(name: string, value: string): void {
    this.#pairs.push([String(name), String(value)]);
    this.#onChange?.();
  }
  delete(name: string, value?: string): void {
    this.#pairs = this.#pairs.filter((pair) => pair[0] !== name || (value !== undefined && pair[1] !== value));
    this.#onChange?.();
  }
  get(name: string): string | null {
    return this.#pairs.find((pair) => pair[0] === name)?.[1] ?? null;
  }
  getAll(name: string): string[] {
    return this.#pairs.filter((pair) => pair[0] === name).map((pair) => pair[1]);
  }
  has(name: string, value?: string): boolean {
    return this.#pairs.some((pair) => pair[0] === name && (value === undefined || pair[1] === value));
  }
  set(name: string, value: string): void {
    const first = this.#pairs.find((pair) => pair[0] === name);
    if (first === undefined) this.#pairs.push([String(name), String(value)]);
    else {
      first[1] = String(value);
      this.#pairs = this.#pairs.filter((pair) => pair[0] !== name || pair === first);
    }
    this.#onChange?.();
  }
  sort(): void {
    this.#pairs.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
    this.#onChange?.();
  }
  forEach(visit: (value: string, name: string, params: URLSearchParams) => void, self?: unknown): void {
    for (const [name, value] of this.#pairs) visit.call(self, value, name, this);
  }
  *entries(): Generator<[string, string]> {
    for (const [name, value] of this.#pairs) yield [name, value];
  }
  *keys(): Generator<string> {
    for (const [name] of this.#pairs) yield name;
  }
  *values(): Generator<string> {
    for (const [, value] of this.#pairs) yield value;
  }
  [Symbol.iterator](): Generator<[string, string]> {
    return this.entries();
  }
  toString(): string {
    return this.#pairs.map(([name, value]) => `${encodeForm(name)}=${encodeForm(value)}`).join('&');
  }
}

/** The class is made for one isolate, with the way out of it that parses. */
export function createUrl(parse: ParseUrl) {
  const read = (url: string, base: string, change = '', value = ''): Parts | undefined => {
    const json = parse(url, base, change, value);
    return json === '' ? undefined : (JSON.parse(json) as Parts);
  };
  class URL {
    #parts: Parts;
    #search: ReturnType<typeof URLSearchParams.bound> | undefined;

    constructor(url: string | URL, base?: string | URL) {
      const parts = read(String(url), base === undefined ? '' : String(base));
      if (parts === undefined) {
        const error = new TypeError('Invalid URL');
        throw Object.assign(error, { code: 'ERR_INVALID_URL', input: String(url).slice(0, 200) });
      }
      this.#parts = parts;
    }
    static canParse(url: string, base?: string): boolean {
      return read(String(url), base === undefined ? '' : String(base)) !== undefined;
    }
    static parse(url: string, base?: string): URL | null {
      return URL.canParse(url, base) ? new URL(url, base) : null;
    }
    static createObjectURL(): never {
      throw new DOMException('There are no object URLs here.', 'NotSupportedError');
    }
    static partOf(url: URL, name: keyof Parts): string {
      return url.#parts[name];
    }
    static change(url: URL, name: string, value: string): void {
      url.#parts = read(url.#parts.href, '', name, String(value)) ?? url.#parts;
      if (name !== 'hash') url.#search?.read(url.#parts.search);
    }
    get href(): string {
      return this.#parts.href;
    }
    set href(value: string) {
      this.#parts = new URL(value).#parts;
      this.#search?.read(this.#parts.search);
    }
    get origin(): string {
      return this.#parts.origin;
    }
    get searchParams(): URLSearchParams {
      this.#search ??= URLSearchParams.bound(this.#parts.search, (text) => {
        this.#parts = read(this.#parts.href, '', 'search', text) ?? this.#parts;
      });
      return this.#search.params;
    }
    toString(): string {
      return this.#parts.href;
    }
    toJSON(): string {
      return this.#parts.href;
    }
  }
  const { partOf, change } = URL;
  for (const name of settable) {
    Object.defineProperty(URL.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: URL) {
        return partOf(this, name);
      },
      set(this: URL, value: string) {
        change(this, name, value);
      },
    });
  }
  Reflect.deleteProperty(URL, 'partOf');
  Reflect.deleteProperty(URL, 'change');
  return URL;
}
