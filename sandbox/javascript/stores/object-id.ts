let made = 0;

/** Twelve bytes in hexadecimal: seconds since 1970, five bytes of the process, a counter. */
export class ObjectId {
  readonly id: string;
  constructor(hex?: string) {
    if (hex !== undefined && !ObjectId.isValid(hex)) {
      throw new Error('input must be a 24 character hex string, 12 byte Uint8Array, or an integer');
    }
    this.id = hex?.toLowerCase() ?? `${digits(Math.floor(Date.now() / 1000), 8)}5eed5eed5e${digits(made++, 6)}`;
  }
  static isValid(hex: unknown): boolean {
    return typeof hex === 'string' && /^[0-9a-f]{24}$/i.test(hex);
  }
  toHexString(): string {
    return this.id;
  }
  toString(): string {
    return this.id;
  }
  toJSON(): string {
    return this.id;
  }
  equals(other: unknown): boolean {
    return String(other) === this.id;
  }
  getTimestamp(): Date {
    return new Date(parseInt(this.id.slice(0, 8), 16) * 1000);
  }
}

const digits = (value: number, length: number): string => value.toString(16).padStart(length, '0');
