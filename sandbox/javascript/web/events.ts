/** Events, and cancelling by them, as far as code of a service meets them. */

type Listener = ((event: Event) => void) | { handleEvent: (event: Event) => void };

export class DOMException extends Error {
  constructor(message = '', name = 'Error') {
    super(message);
    Object.defineProperty(this, 'name', { value: name, configurable: true, writable: true });
  }
}

export class Event {
  readonly type: string;
  target: EventTarget | null = null;
  readonly cancelable: boolean;
  defaultPrevented = false;
  constructor(type: string, options: { cancelable?: boolean } = {}) {
    this.type = String(type);
    this.cancelable = Boolean(options.cancelable);
  }
  preventDefault(): void {
    if (this.cancelable) this.defaultPrevented = true;
  }
}

export class EventTarget {
  #listeners: { type: string; listener: Listener; once: boolean }[] = [];

  addEventListener(type: string, listener: Listener | null, options: boolean | { once?: boolean } = {}): void {
    if (listener === null || this.#listeners.some((one) => one.type === type && one.listener === listener)) return;
    this.#listeners.push({ type, listener, once: typeof options === 'object' && Boolean(options.once) });
  }
  removeEventListener(type: string, listener: Listener | null): void {
    this.#listeners = this.#listeners.filter((one) => one.type !== type || one.listener !== listener);
  }
  dispatchEvent(event: Event): boolean {
    event.target = this;
    for (const { type, listener, once } of [...this.#listeners]) {
      if (type !== event.type) continue;
      if (once) this.removeEventListener(type, listener);
      if (typeof listener === 'function') listener.call(this, event);
      else listener.handleEvent(event);
    }
    return !event.defaultPrevented;
  }
}

/** Only the controller of a signal, and the functions below, may abort it. */
const key = Symbol('abort');

export class AbortSignal extends EventTarget {
  onabort: ((event: Event) => void) | null = null;
  #aborted = false;
  #reason: unknown;

  constructor(given: symbol) {
    super();
    if (given !== key) throw new TypeError('Illegal constructor');
  }
  get aborted(): boolean {
    return this.#aborted;
  }
  get reason(): unknown {
    return this.#reason;
  }
  throwIfAborted(): void {
    if (this.#aborted) throw this.#reason;
  }
  [key](reason: unknown = new DOMException('This operation was aborted', 'AbortError')): void {
    if (this.#aborted) return;
    this.#aborted = true;
    this.#reason = reason;
    const event = new Event('abort');
    this.onabort?.call(this, event);
    this.dispatchEvent(event);
  }
  static abort(reason?: unknown): AbortSignal {
    const signal = new AbortSignal(key);
    signal[key](reason);
    return signal;
  }
  static timeout(delayMs: number): AbortSignal {
    const signal = new AbortSignal(key);
    const late = (): void => signal[key](new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    setTimeout(late, delayMs);
    return signal;
  }
  static any(signals: Iterable<AbortSignal>): AbortSignal {
    const all = [...signals];
    const signal = new AbortSignal(key);
    const first = all.find((one) => one.aborted);
    if (first !== undefined) signal[key](first.reason);
    else for (const one of all) one.addEventListener('abort', () => signal[key](one.reason), { once: true });
    return signal;
  }
}

export class AbortController {
  readonly signal = new AbortSignal(key);
  abort(reason?: unknown): void {
    this.signal[key](reason);
  }
}
