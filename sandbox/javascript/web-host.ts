import { randomBytes, webcrypto } from 'node:crypto';

/**
 * What the child itself does for a guest with the web: random bytes, reading URLs, and WebCrypto. Everything arrives as
 * text that the learner's code may have chosen, and everything is bounded.
 */

export const hostLimits = {
  randomBytesMax: 65_536,
  /** Of one submission; beyond it the same bytes would do as well. */
  randomBytesInAllMax: 4 * 2 ** 20,
  urlCharsMax: 16 * 1024,
  urlsInAllMax: 50_000,
  iterationsMax: 1_000_000,
  derivedBitsMax: 4096,
} as const;

/** One for each guest. Answers at once; an empty text is a refusal. */
export function createAsk(): (what: unknown, ...texts: unknown[]) => string {
  let randomLeft = hostLimits.randomBytesInAllMax;
  let urlsLeft = hostLimits.urlsInAllMax;
  return (what, ...texts) => {
    const [first = '', second = '', third = '', fourth = ''] = texts.map(String);
    if (what === 'random') {
      const length = Math.trunc(Number(first));
      if (!(length > 0 && length <= hostLimits.randomBytesMax) || (randomLeft -= length) < 0) return '';
      return randomBytes(length).toString('base64');
    }
    if (what !== 'url' || --urlsLeft < 0 || first.length + second.length + fourth.length > hostLimits.urlCharsMax)
      return '';
    return readUrl(first, second, third, fourth);
  };
}

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
type Settable = (typeof settable)[number];
const isSettable = (name: string): name is Settable => (settable as readonly string[]).includes(name);

function readUrl(text: string, base: string, change: string, value: string): string {
  try {
    const url = base === '' ? new URL(text) : new URL(text, base);
    if (isSettable(change)) url[change] = value;
    const parts = settable.map((name) => [name, url[name]]);
    return JSON.stringify({ href: url.href, origin: url.origin, ...Object.fromEntries(parts) });
  } catch {
    return '';
  }
}

type Json = Record<string, unknown>;
type KeyParts = { raw: string; algorithm: Json; extractable: boolean; usages: webcrypto.KeyUsage[] };

let cryptoCalls = 0;

/** Whether calls of `crypto.subtle` go on: they cannot be called off, and those after them wait for the same threads. */
export const isCryptoBusy = (): boolean => cryptoCalls > 0;

/** A call of `crypto.subtle`: `{ value }`, or `{ error }` as the guest makes it into one. */
export async function doCrypto(payload: string): Promise<string> {
  cryptoCalls++;
  try {
    return JSON.stringify({ value: await subtleCall(JSON.parse(payload) as Json) });
  } catch (error) {
    const { name, message } = error as Error;
    return JSON.stringify({ error: { name: String(name), message: String(message).slice(0, 500) } });
  } finally {
    cryptoCalls--;
  }
}

async function subtleCall(asked: Json): Promise<unknown> {
  const { subtle } = webcrypto;
  const algorithm = algorithmOf(asked.algorithm);
  const usages = asked.usages as webcrypto.KeyUsage[];
  const bits = (length: unknown): number => {
    const wanted = Number(length);
    if (wanted > hostLimits.derivedBitsMax)
      throw new RangeError(`More than ${hostLimits.derivedBitsMax} bits at once.`);
    return wanted;
  };
  switch (asked.op) {
    case 'digest':
      return base64(await subtle.digest(String(algorithm.name), bytes(asked.data)));
    case 'importKey': {
      const isRaw = asked.format === 'raw';
      const key = isRaw
        ? await subtle.importKey('raw', bytes(asked.key), algorithm, !isDerivation(algorithm), usages)
        : await subtle.importKey('jwk', asked.key as webcrypto.JsonWebKey, algorithm, true, usages);
      const raw = isRaw ? String(asked.key) : base64(await subtle.exportKey('raw', key));
      return describe(key, raw, asked.extractable);
    }
    case 'generateKey': {
      if (Number(algorithm.length ?? 0) > hostLimits.derivedBitsMax) throw new RangeError('The key is too long.');
      const key = (await subtle.generateKey(algorithm, true, usages)) as webcrypto.CryptoKey;
      if (!('type' in key) || key.type !== 'secret') throw new Error('Only secret keys can be made here.');
      return describe(key, base64(await subtle.exportKey('raw', key)), asked.extractable);
    }
    case 'exportKey': {
      const parts = asked.key as KeyParts;
      return subtle.exportKey('jwk', await open({ ...parts, extractable: true }));
    }
    case 'sign':
      return base64(await subtle.sign(algorithm, await open(asked.key), bytes(asked.data)));
    case 'verify':
      return subtle.verify(algorithm, await open(asked.key), bytes(asked.signature), bytes(asked.data));
    case 'encrypt':
      return base64(await subtle.encrypt(algorithm, await open(asked.key), bytes(asked.data)));
    case 'decrypt':
      return base64(await subtle.decrypt(algorithm, await open(asked.key), bytes(asked.data)));
    case 'deriveBits':
      return base64(await subtle.deriveBits(algorithm, await open(asked.key), bits(asked.length)));
    case 'deriveKey': {
      const derived = algorithmOf(asked.derived);
      if (Number(derived.length ?? 0) > hostLimits.derivedBitsMax) throw new RangeError('The key is too long.');
      const key = await subtle.deriveKey(algorithm, await open(asked.key), derived, true, usages);
      return describe(key, base64(await subtle.exportKey('raw', key)), asked.extractable);
    }
    default:
      throw new Error('crypto.subtle has no such function here.');
  }
}

const allowed = ['HMAC', 'AES-GCM', 'PBKDF2', 'HKDF', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

type AnyAlgorithm = Json & { name: string } & webcrypto.HmacKeyGenParams &
  webcrypto.AesKeyGenParams &
  webcrypto.AesGcmParams &
  webcrypto.Pbkdf2Params &
  webcrypto.HkdfParams;

function algorithmOf(given: unknown): AnyAlgorithm {
  const fields = Object.entries((given ?? {}) as Json).map(([name, value]) => {
    const encoded = typeof value === 'object' && value !== null && 'base64' in value ? value.base64 : undefined;
    return [name, encoded === undefined ? value : bytes(encoded)];
  });
  const algorithm = Object.fromEntries(fields) as AnyAlgorithm;
  const name = String(algorithm.name).toUpperCase();
  if (given !== undefined && !allowed.includes(name)) {
    throw Object.assign(new Error(`${name.slice(0, 40)} is not available here: ${allowed.join(', ')} are.`), {
      name: 'NotSupportedError',
    });
  }
  if (Number(algorithm.iterations ?? 0) > hostLimits.iterationsMax) {
    throw new RangeError(`At most ${hostLimits.iterationsMax} iterations.`);
  }
  return algorithm;
}

const isDerivation = ({ name }: { name: string }): boolean => ['PBKDF2', 'HKDF'].includes(name.toUpperCase());

async function open(key: unknown): Promise<webcrypto.CryptoKey> {
  const { raw, algorithm, extractable, usages } = key as KeyParts;
  const whole = algorithmOf(algorithm);
  return webcrypto.subtle.importKey('raw', bytes(raw), whole, extractable && !isDerivation(whole), usages);
}

/** What the guest's CryptoKey holds. The hash of a key's algorithm is an object, which the way back takes by name. */
function describe({ algorithm, usages }: webcrypto.CryptoKey, raw: string, extractable: unknown): KeyParts {
  return { raw, algorithm: algorithm as unknown as Json, extractable: extractable === true, usages: [...usages] };
}

const bytes = (base64Text: unknown): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(String(base64Text), 'base64'));
const base64 = (data: unknown): string => Buffer.from(data as ArrayBuffer).toString('base64');
