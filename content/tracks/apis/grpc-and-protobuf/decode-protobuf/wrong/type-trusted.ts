// caught by: skips a described field of another wire type
export type Field = {
  name: string;
  type: 'int32' | 'uint32' | 'sint32' | 'int64' | 'uint64' | 'sint64' | 'bool' | 'string' | 'message';
  repeated?: boolean;
  message?: Message;
};
export type Message = Record<string, Field>;

class Reader {
  #position = 0;
  readonly #bytes: number[];
  constructor(bytes: number[]) {
    this.#bytes = bytes;
  }

  get isAtEnd() {
    return this.#position === this.#bytes.length;
  }

  take(length: number) {
    if (length > this.#bytes.length - this.#position) throw new Error('the bytes end too early');
    const part = this.#bytes.slice(this.#position, this.#position + length);
    this.#position += length;
    return part;
  }

  /** Sixty-four bits; what the tenth byte has beyond them is dropped. */
  varint(): bigint {
    let value = 0n;
    for (let i = 0n; i < 10n; i++) {
      const byte = this.take(1)[0]!;
      value |= BigInt(byte & 0x7f) << (7n * i);
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new Error('a varint is longer than ten bytes');
  }
}

const zigzag = (value: bigint) => (value >> 1n) ^ -(value & 1n);

const ofVarint: Record<string, (value: bigint) => unknown> = {
  int32: (value) => Number(BigInt.asIntN(32, value)),
  uint32: (value) => Number(BigInt.asUintN(32, value)),
  sint32: (value) => Number(zigzag(BigInt.asUintN(32, value))),
  int64: (value) => String(BigInt.asIntN(64, value)),
  uint64: (value) => String(value),
  sint64: (value) => String(zigzag(value)),
  bool: (value) => value !== 0n,
};

const text = (bytes: number[]) =>
  decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));

type Values = Record<string, unknown>;

function put(into: Values, { name, repeated }: Field, value: unknown) {
  if (!repeated) into[name] = value;
  else if (Object.hasOwn(into, name)) (into[name] as unknown[]).push(value);
  else into[name] = [value];
}

function readInto(into: Values, bytes: number[], message: Message): Values {
  const reader = new Reader(bytes);
  while (!reader.isAtEnd) {
    const tag = reader.varint();
    const number = tag >> 3n;
    if (number === 0n) throw new Error('a field number is 0');
    const field = Object.hasOwn(message, String(number)) ? message[String(number)]! : null;
    const fromVarint = field && ofVarint[field.type];
    switch (tag & 7n) {
      case 0n: {
        const value = reader.varint();
        if (fromVarint) put(into, field, fromVarint(value));
        break;
      }
      case 1n:
        reader.take(8);
        break;
      case 2n: {
        const part = reader.take(Number(reader.varint()));
        if (!field) break;
        if (field.type === 'string') put(into, field, text(part));
        else if (field.type === 'message') {
          const before = field.repeated || !Object.hasOwn(into, field.name) ? {} : (into[field.name] as Values);
          put(into, field, readInto(before, part, field.message!));
        } else {
          const packed = new Reader(part);
          while (!packed.isAtEnd) put(into, field, fromVarint!(packed.varint()));
        }
        break;
      }
      case 5n:
        reader.take(4);
        break;
      default:
        throw new Error(`wire type ${tag & 7n} is not known`);
    }
  }
  return into;
}

export const decode = (bytes: number[], message: Message) => readInto({}, bytes, message);
