type Field = { name: string; type: string; repeated?: boolean; message?: Message };
type Message = { [number: string]: Field };
type Found = { number: number; value: bigint | number[] | null };

/** First cuts the bytes into fields, knowing nothing of the description; then reads what is described. */
function varint(bytes: number[]): [bigint, number[]] {
  const length = bytes.findIndex((byte) => (byte & 128) === 0) + 1;
  if (length === 0 || length > 10) throw new RangeError('not a varint');
  const value = bytes.slice(0, length).reduceRight((sum, byte) => sum * 128n + BigInt(byte % 128), 0n);
  return [value % 2n ** 64n, bytes.slice(length)];
}

function cut(bytes: number[]): Found[] {
  const found: Found[] = [];
  let left = bytes;
  while (left.length > 0) {
    const [tag, afterTag] = varint(left);
    const number = Number(tag / 8n);
    if (number === 0) throw new RangeError('field number 0');
    const kind = Number(tag % 8n);
    if (kind === 0) {
      const [value, rest] = varint(afterTag);
      found.push({ number, value });
      left = rest;
    } else {
      if (![1, 2, 5].includes(kind)) throw new RangeError('wire type ' + kind);
      const [length, rest] = kind === 2 ? varint(afterTag) : [kind === 1 ? 8n : 4n, afterTag];
      if (length > BigInt(rest.length)) throw new RangeError('too short');
      found.push({ number, value: kind === 2 ? rest.slice(0, Number(length)) : null });
      left = rest.slice(Number(length));
    }
  }
  return found;
}

function scalar(type: string, raw: bigint): unknown {
  if (type === 'bool') return raw > 0n;
  const bits = type.endsWith('64') ? 64 : 32;
  let value = raw % 2n ** BigInt(bits);
  if (type.startsWith('sint')) value = value % 2n === 0n ? value / 2n : -(value + 1n) / 2n;
  else if (type.startsWith('int') && value >= 2n ** BigInt(bits - 1)) value -= 2n ** BigInt(bits);
  return bits === 64 ? value.toString() : Number(value);
}

function merge(message: Message, found: Found[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [number, field] of Object.entries(message)) {
    const mine = found.filter((one) => String(one.number) === number && one.value !== null);
    const parts = mine.map((one) => one.value).filter((value) => Array.isArray(value));
    let values: unknown[];
    if (field.type === 'message') {
      values = field.repeated
        ? parts.map((part) => decode(part, field.message!))
        : parts.length > 0
          ? [merge(field.message!, parts.flatMap(cut))]
          : [];
    } else if (field.type === 'string') {
      values = parts.map((part) => decodeURIComponent(part.map((b) => '%' + (256 + b).toString(16).slice(1)).join('')));
    } else {
      values = mine.flatMap(({ value }) => {
        if (typeof value === 'bigint') return [scalar(field.type, value)];
        const list: unknown[] = [];
        for (let left = field.repeated ? value! : []; left.length > 0;) {
          const [one, rest] = varint(left);
          list.push(scalar(field.type, one));
          left = rest;
        }
        return list;
      });
    }
    const isPackedAndEmpty = field.repeated && values.length === 0;
    if (values.length > 0 && !isPackedAndEmpty) result[field.name] = field.repeated ? values : values.at(-1);
  }
  return result;
}

export function decode(bytes: number[], message: Message): Record<string, unknown> {
  return merge(message, cut(bytes));
}
