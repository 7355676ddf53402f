/** UTF-8 and base64 as the web has them. A bare isolate knows neither. */

const replacement = 0xfffd;

export function toUtf8(text: string): Uint8Array<ArrayBuffer> {
  // Three bytes for each UTF-16 unit are always enough: a pair takes four.
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    let point = text.charCodeAt(index);
    if (point >= 0xd800 && point <= 0xdfff) {
      const next = text.charCodeAt(index + 1);
      const isPair = point <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
      point = isPair ? ((point - 0xd800) << 10) + (next - 0xdc00) + 0x10000 : replacement;
      if (isPair) index++;
    }
    if (point < 0x80) bytes[length++] = point;
    else {
      if (point < 0x800) bytes[length++] = 0xc0 | (point >> 6);
      else {
        if (point < 0x10000) bytes[length++] = 0xe0 | (point >> 12);
        else {
          bytes[length++] = 0xf0 | (point >> 18);
          bytes[length++] = 0x80 | ((point >> 12) & 63);
        }
        bytes[length++] = 0x80 | ((point >> 6) & 63);
      }
      bytes[length++] = 0x80 | (point & 63);
    }
  }
  return bytes.slice(0, length);
}

type Pending = { point: number; needed: number; lower: number; upper: number };
const nothingPending = (): Pending => ({ point: 0, needed: 0, lower: 0x80, upper: 0xbf });

/** The Encoding Standard's decoder: each broken sequence becomes one U+FFFD, and the byte that broke it is read anew. */
export class TextDecoder {
  readonly encoding = 'utf-8';
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  #pending = nothingPending();
  #isAtStart = true;

  constructor(label = 'utf-8', options: { fatal?: boolean; ignoreBOM?: boolean } = {}) {
    const name = String(label).trim().toLowerCase();
    if (name !== 'utf-8' && name !== 'utf8') throw new RangeError(`The "${label}" encoding is not supported here.`);
    this.fatal = Boolean(options.fatal);
    this.ignoreBOM = Boolean(options.ignoreBOM);
  }

  decode(input?: ArrayBuffer | ArrayBufferView, options: { stream?: boolean } = {}): string {
    const bytes = input === undefined ? new Uint8Array() : bytesOf(input);
    let text = '';
    let pending = this.#pending;
    const broken = (): void => {
      if (this.fatal) {
        this.#pending = nothingPending();
        throw new TypeError('The encoded data was not valid for encoding utf-8');
      }
      text += '\ufffd';
      pending = nothingPending();
    };
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index]!;
      if (pending.needed > 0) {
        if (byte < pending.lower || byte > pending.upper) {
          broken();
          index--;
          continue;
        }
        const point = (pending.point << 6) | (byte & 63);
        pending = { ...nothingPending(), point, needed: pending.needed - 1 };
        if (pending.needed === 0) {
          text += String.fromCodePoint(point);
          pending = nothingPending();
        }
      } else if (byte < 0x80) text += String.fromCharCode(byte);
      else if (byte >= 0xc2 && byte <= 0xdf) pending = { ...nothingPending(), point: byte & 31, needed: 1 };
      else if (byte >= 0xe0 && byte <= 0xef) {
        pending = {
          point: byte & 15,
          needed: 2,
          lower: byte === 0xe0 ? 0xa0 : 0x80,
          upper: byte === 0xed ? 0x9f : 0xbf,
        };
      } else if (byte >= 0xf0 && byte <= 0xf4) {
        pending = {
          point: byte & 7,
          needed: 3,
          lower: byte === 0xf0 ? 0x90 : 0x80,
          upper: byte === 0xf4 ? 0x8f : 0xbf,
        };
      } else broken();
    }
    if (!options.stream && pending.needed > 0) broken();
    this.#pending = options.stream ? pending : nothingPending();
    if (this.#isAtStart && !this.ignoreBOM && text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    this.#isAtStart = !options.stream || (this.#isAtStart && text === '');
    return text;
  }
}

export class TextEncoder {
  readonly encoding = 'utf-8';
  encode(text = ''): Uint8Array<ArrayBuffer> {
    return toUtf8(String(text));
  }
  encodeInto(text: string, into: Uint8Array): { read: number; written: number } {
    let read = 0;
    let written = 0;
    for (const character of String(text)) {
      const bytes = toUtf8(character);
      if (written + bytes.length > into.length) break;
      into.set(bytes, written);
      written += bytes.length;
      read += character.length;
    }
    return { read, written };
  }
}

export function fromUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** A view of the same memory. */
export function bytesOf(data: ArrayBuffer | ArrayBufferView): Uint8Array<ArrayBuffer> {
  if (ArrayBuffer.isView(data)) {
    return new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
  }
  return new Uint8Array(data);
}

export const isBytes = (value: unknown): value is ArrayBuffer | ArrayBufferView =>
  ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === '[object ArrayBuffer]';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const left = bytes.length - index;
    const group = (bytes[index]! << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    text += digits[group >> 18]! + digits[(group >> 12) & 63]!;
    text += left > 1 ? digits[(group >> 6) & 63]! : '=';
    text += left > 2 ? digits[group & 63]! : '=';
  }
  return text;
}

/** Undefined when the text is no base64: "forgiving" as the Infra Standard has it, so padding may be missing. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  let clean = text.replace(/[\t\n\f\r ]/g, '');
  if (clean.length % 4 === 0) clean = clean.replace(/={1,2}$/, '');
  if (clean.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(clean)) return undefined;
  const bytes = new Uint8Array(Math.floor((clean.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let length = 0;
  for (let index = 0; index < clean.length; index++) {
    held = (held << 6) | digits.indexOf(clean[index]!);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 255;
  }
  return bytes;
}
