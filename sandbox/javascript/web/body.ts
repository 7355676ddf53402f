import { bytesOf, fromUtf8, isBytes, toUtf8 } from './encoding.ts';
import { ReadableStream } from './streams.ts';
import { URLSearchParams } from './url.ts';

export type BodyInit = string | ArrayBuffer | ArrayBufferView | URLSearchParams | FormData | ReadableStream | null;
type Source = string | Uint8Array | ReadableStream | null;

/** Form fields without files. */
export class FormData {
  #pairs: [string, string][] = [];
  append(name: string, value: string): void {
    this.#pairs.push([String(name), String(value)]);
  }
  set(name: string, value: string): void {
    this.delete(name);
    this.append(name, value);
  }
  delete(name: string): void {
    this.#pairs = this.#pairs.filter((pair) => pair[0] !== name);
  }
  get(name: string): string | null {
    return this.#pairs.find((pair) => pair[0] === name)?.[1] ?? null;
  }
  getAll(name: string): string[] {
    return this.#pairs.filter((pair) => pair[0] === name).map((pair) => pair[1]);
  }
  has(name: string): boolean {
    return this.#pairs.some((pair) => pair[0] === name);
  }
  forEach(visit: (value: string, name: string, form: FormData) => void): void {
    for (const [name, value] of this.#pairs) visit(value, name, this);
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
}

/** What Request and Response have in common. A text stays a text until somebody wants bytes. */
export abstract class Body {
  #source: Source = null;
  #stream: ReadableStream | null = null;
  #used = false;

  abstract readonly headers: { get: (name: string) => string | null };

  /** Returns the content type that the body brings along. */
  protected take(init: BodyInit | undefined): string | null {
    if (init === undefined || init === null) return null;
    if (init instanceof ReadableStream) {
      if (init.locked) throw new TypeError('Response body object should not be disturbed or locked');
      this.#source = init;
      return null;
    }
    if (init instanceof URLSearchParams || init instanceof FormData) {
      this.#source = new URLSearchParams([...init.entries()]).toString();
      return 'application/x-www-form-urlencoded;charset=UTF-8';
    }
    if (isBytes(init)) {
      this.#source = bytesOf(init).slice();
      return null;
    }
    this.#source = String(init);
    return 'text/plain;charset=UTF-8';
  }
  /** Another object gets the same body; a stream is split. */
  protected share(from: Body): void {
    if (from.bodyUsed) throw new TypeError('Body has already been consumed.');
    const source = from.#stream ?? from.#source;
    if (!(source instanceof ReadableStream)) {
      this.#source = source;
      return;
    }
    const [one, other] = source.tee();
    from.#source = one;
    from.#stream = null;
    this.#source = other;
  }
  protected moveFrom(from: Body): void {
    if (from.bodyUsed) throw new TypeError('Body has already been consumed.');
    this.#source = from.#stream ?? from.#source;
    from.#used = from.#source !== null;
  }
  get bodyUsed(): boolean {
    return this.#used || (this.#stream?.locked ?? false);
  }
  get body(): ReadableStream | null {
    if (this.#source === null) return null;
    if (this.#source instanceof ReadableStream) return (this.#stream ??= this.#source);
    const bytes = typeof this.#source === 'string' ? toUtf8(this.#source) : this.#source;
    return (this.#stream ??= new ReadableStream({
      start: (controller) => {
        if (bytes.length > 0) controller.enqueue(bytes);
        controller.close();
      },
    }));
  }
  async #consume(): Promise<string | Uint8Array> {
    if (this.bodyUsed) throw new TypeError('Body is unusable: Body has already been read');
    if (this.#source === null) return '';
    this.#used = true;
    const source = this.#stream ?? this.#source;
    if (!(source instanceof ReadableStream)) return source;
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of source) {
      if (!isBytes(chunk)) throw new TypeError('Received a chunk that is not a Uint8Array');
      const bytes = bytesOf(chunk);
      parts.push(bytes);
      length += bytes.length;
    }
    const whole = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
  async text(): Promise<string> {
    const content = await this.#consume();
    return typeof content === 'string' ? content.toWellFormed() : fromUtf8(content);
  }
  async json(): Promise<unknown> {
    return JSON.parse(await this.text()) as unknown;
  }
  async bytes(): Promise<Uint8Array> {
    const content = await this.#consume();
    return typeof content === 'string' ? toUtf8(content) : content.slice();
  }
  async arrayBuffer(): Promise<ArrayBufferLike> {
    return (await this.bytes()).buffer;
  }
  blob(): Promise<never> {
    return Promise.reject(new TypeError('There are no blobs here: use arrayBuffer(), text() or json().'));
  }
  async formData(): Promise<FormData> {
    const type = this.headers.get('content-type') ?? '';
    if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
      throw new TypeError('Only bodies of the type application/x-www-form-urlencoded can be read as a form here.');
    }
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(await this.text())) form.append(name, value);
    return form;
  }
}
