import { AbortSignal } from './events.ts';
import { Body, type BodyInit } from './body.ts';
import { Headers, type HeadersInit } from './headers.ts';

export type RequestInit = { method?: string; headers?: HeadersInit; body?: BodyInit; signal?: AbortSignal | null };
export type ResponseInit = { status?: number; statusText?: string; headers?: HeadersInit };

const upperCased = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'];
const bodyless = [101, 103, 204, 205, 304];

type ReadUrl = (url: string) => string;

/** The classes are made for one isolate. `open` and `read` are for the harness: `read` looks at no method of theirs. */
export function createMessages(readUrl: ReadUrl) {
  class Request extends Body {
    readonly headers: Headers;
    readonly #method: string;
    readonly #url: string;
    readonly #signal: AbortSignal;

    constructor(input: string | URL | Request, init: RequestInit = {}, knownUrl?: typeof known) {
      super();
      const from = input instanceof Request ? input : undefined;
      const asked = String(init.method ?? from?.method ?? 'GET');
      if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(asked)) throw new TypeError(`'${asked}' is not a valid HTTP method.`);
      const upper = asked.toUpperCase();
      this.#method = upperCased.includes(upper) ? upper : asked;
      this.#url = from !== undefined ? from.url : knownUrl === known ? String(input) : readUrl(String(input));
      this.#signal = init.signal ?? from?.signal ?? AbortSignal.any([]);
      this.headers = new Headers(init.headers ?? from?.headers);
      const hasBody = init.body !== undefined && init.body !== null;
      if (hasBody && (this.#method === 'GET' || this.#method === 'HEAD')) {
        throw new TypeError('Request with GET/HEAD method cannot have body.');
      }
      if (!hasBody && from !== undefined) this.moveFrom(from);
      const type = this.take(init.body);
      if (type !== null && !this.headers.has('content-type')) this.headers.set('content-type', type);
    }
    get method(): string {
      return this.#method;
    }
    get url(): string {
      return this.#url;
    }
    get signal(): AbortSignal {
      return this.#signal;
    }
    clone(): Request {
      const { method, headers, signal } = this;
      const copy = new Request(this.#url, { method, headers, signal }, known);
      copy.share(this);
      return copy;
    }
  }

  class Response extends Body {
    readonly headers: Headers;
    readonly #status: number;
    readonly statusText: string;
    readonly type = 'default';
    readonly url = '';
    readonly redirected = false;

    constructor(body: BodyInit = null, init: ResponseInit = {}) {
      super();
      const status = init.status === undefined ? 200 : Math.trunc(Number(init.status));
      if (!(status >= 200 && status <= 599)) {
        throw new RangeError(`init["status"] must be in the range of 200 to 599, inclusive.`);
      }
      this.#status = status;
      this.statusText = String(init.statusText ?? '');
      this.headers = new Headers(init.headers);
      if (body !== null && body !== undefined && bodyless.includes(status)) {
        throw new TypeError(`Response constructor: Invalid response status code ${status}`);
      }
      const type = this.take(body);
      if (type !== null && !this.headers.has('content-type')) this.headers.set('content-type', type);
    }
    get status(): number {
      return this.#status;
    }
    get ok(): boolean {
      return this.#status >= 200 && this.#status <= 299;
    }
    clone(): Response {
      const { statusText, headers } = this;
      const copy = new Response(null, { status: this.#status, statusText, headers });
      copy.share(this);
      return copy;
    }
    static json(data: unknown, init: ResponseInit = {}): Response {
      const headers = new Headers(init.headers);
      if (!headers.has('content-type')) headers.set('content-type', 'application/json');
      return new Response(JSON.stringify(data), { ...init, headers });
    }
    static redirect(url: string, status = 302): Response {
      if (![301, 302, 303, 307, 308].includes(status)) throw new RangeError(`Invalid status code ${status}`);
      return new Response(null, { status, headers: { location: readUrl(String(url)) } });
    }
    static error(): never {
      throw new TypeError('A network error cannot be answered: answer with a status of 500 or above.');
    }
    /** Undefined when it is not one of ours. */
    static statusOf(value: unknown): number | undefined {
      return typeof value === 'object' && value !== null && #status in value ? value.#status : undefined;
    }
  }
  const { statusOf } = Response;
  Reflect.deleteProperty(Response, 'statusOf');
  return {
    Request,
    Response,
    statusOf,
    openRequest: (url: string, init: RequestInit) => new Request(url, init, known),
  };
}

/** Says that a URL has been read already. */
const known = Symbol('known');
