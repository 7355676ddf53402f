import { bytesOf, fromBase64, isBytes, toBase64 } from './encoding.ts';
import { DOMException } from './events.ts';
import type { Harness, HostCalls } from './host-calls.ts';

type Algorithm = string | ({ name: string } & Record<string, unknown>);
type Data = ArrayBuffer | ArrayBufferView;
type KeyParts = { raw: string; algorithm: object; extractable: boolean; usages: string[] };

/** As WebCrypto says. */
const randomBytesMax = 65_536;
const blockBytes = 1024;

/** A secret key: its bytes stay in a private field. The child does the work with Node's WebCrypto. */
class CryptoKey {
  readonly type = 'secret';
  readonly #raw: string;
  readonly algorithm: object;
  readonly extractable: boolean;
  readonly usages: readonly string[];
  constructor(parts: KeyParts) {
    this.#raw = parts.raw;
    this.algorithm = parts.algorithm;
    this.extractable = parts.extractable;
    this.usages = parts.usages;
  }
  static partsOf(key: unknown): KeyParts {
    if (typeof key !== 'object' || key === null || !(#raw in key)) throw new TypeError('This is no CryptoKey.');
    const { algorithm, extractable, usages } = key;
    return { raw: key.#raw, algorithm, extractable, usages: [...usages] };
  }
}
const { partsOf } = CryptoKey;
Reflect.deleteProperty(CryptoKey, 'partsOf');

export function createCrypto({ ask }: Harness, { call }: HostCalls) {
  let block = new Uint8Array();
  const random = (length: number): Uint8Array => {
    if (block.length < length) block = fromBase64(ask('random', String(Math.max(length, blockBytes)))) ?? block;
    const taken = block.slice(0, length);
    block = block.subarray(length);
    return taken;
  };
  const data = (value: Data): string => {
    if (!isBytes(value)) throw new TypeError('Data is an ArrayBuffer or a view of one, such as a Uint8Array.');
    return toBase64(bytesOf(value));
  };
  /** Parameters by name, with their bytes as base64. */
  const described = (algorithm: Algorithm): object => {
    const given = typeof algorithm === 'string' ? { name: algorithm } : algorithm;
    return Object.fromEntries(
      Object.entries(given).map(([name, value]) => {
        if (isBytes(value)) return [name, { base64: data(value) }];
        return [name, name === 'hash' && typeof value === 'object' ? (value as { name: string }).name : value];
      }),
    );
  };
  const buffer = async (op: string, parts: object): Promise<ArrayBuffer> =>
    (fromBase64((await call('crypto', { op, ...parts })) as string) ?? new Uint8Array()).buffer;
  const keyOf = async (op: string, parts: object): Promise<CryptoKey> =>
    new CryptoKey((await call('crypto', { op, ...parts })) as KeyParts);

  const subtle = {
    digest: async (algorithm: Algorithm, bytes: Data) =>
      buffer('digest', { algorithm: described(algorithm), data: data(bytes) }),
    importKey: async (
      format: string,
      keyData: unknown,
      algorithm: Algorithm,
      extractable: boolean,
      usages: string[],
    ) => {
      if (format !== 'raw' && format !== 'jwk')
        throw new DOMException(`No keys of the format ${format} here.`, 'NotSupportedError');
      const key = format === 'raw' ? data(keyData as Data) : keyData;
      return keyOf('importKey', { format, key, algorithm: described(algorithm), extractable, usages });
    },
    generateKey: async (algorithm: Algorithm, extractable: boolean, usages: string[]) =>
      keyOf('generateKey', { algorithm: described(algorithm), extractable, usages }),
    exportKey: async (format: string, key: CryptoKey) => {
      const parts = partsOf(key);
      if (!parts.extractable) throw new DOMException('key is not extractable', 'InvalidAccessError');
      if (format === 'raw') return (fromBase64(parts.raw) ?? new Uint8Array()).buffer;
      return call('crypto', { op: 'exportKey', format, key: parts });
    },
    sign: async (algorithm: Algorithm, key: CryptoKey, bytes: Data) =>
      buffer('sign', { algorithm: described(algorithm), key: partsOf(key), data: data(bytes) }),
    verify: async (algorithm: Algorithm, key: CryptoKey, signature: Data, bytes: Data) => {
      const parts = { key: partsOf(key), signature: data(signature), data: data(bytes) };
      return (await call('crypto', { op: 'verify', algorithm: described(algorithm), ...parts })) === true;
    },
    encrypt: async (algorithm: Algorithm, key: CryptoKey, bytes: Data) =>
      buffer('encrypt', { algorithm: described(algorithm), key: partsOf(key), data: data(bytes) }),
    decrypt: async (algorithm: Algorithm, key: CryptoKey, bytes: Data) =>
      buffer('decrypt', { algorithm: described(algorithm), key: partsOf(key), data: data(bytes) }),
    deriveBits: async (algorithm: Algorithm, key: CryptoKey, length: number) =>
      buffer('deriveBits', { algorithm: described(algorithm), key: partsOf(key), length }),
    deriveKey: async (
      algorithm: Algorithm,
      key: CryptoKey,
      derived: Algorithm,
      extractable: boolean,
      usages: string[],
    ) => {
      const parts = { key: partsOf(key), derived: described(derived), extractable, usages };
      return keyOf('deriveKey', { algorithm: described(algorithm), ...parts });
    },
  };
  const crypto = {
    subtle,
    randomUUID: (): string => {
      const bytes = random(16);
      bytes[6] = (bytes[6]! & 0x0f) | 0x40;
      bytes[8] = (bytes[8]! & 0x3f) | 0x80;
      const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
    getRandomValues: <View extends ArrayBufferView>(view: View): View => {
      if (!ArrayBuffer.isView(view)) throw new TypeError('getRandomValues takes a typed array of whole numbers.');
      if (view.byteLength > randomBytesMax) {
        throw new DOMException(`More than ${randomBytesMax} bytes were asked for at once.`, 'QuotaExceededError');
      }
      bytesOf(view).set(random(view.byteLength));
      return view;
    },
  };
  return { crypto, CryptoKey };
}
