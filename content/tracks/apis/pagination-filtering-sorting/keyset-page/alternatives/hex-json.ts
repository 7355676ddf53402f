type Order = { id: number; placedAt: number };

const invalid = (what: string) => {
  const error = new RangeError(`invalid ${what}`) as RangeError & { status: number };
  error.status = 400;
  return error;
};

/** JSON as hexadecimal: nobody reads it by accident, so nobody builds it. */
const encode = (pair: [number, number]) =>
  [...JSON.stringify(pair)].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');

function decode(cursor: string): [number, number] {
  if (!/^([0-9a-f]{2})+$/.test(cursor)) throw invalid('cursor');
  const json = cursor.replace(/../g, (byte) => String.fromCharCode(parseInt(byte, 16)));
  let pair: unknown;
  try {
    pair = JSON.parse(json);
  } catch {
    throw invalid('cursor');
  }
  if (!Array.isArray(pair) || pair.length !== 2 || !pair.every(Number.isSafeInteger)) throw invalid('cursor');
  return pair as [number, number];
}

export function page(orders: Order[], options: { limit: number; after?: string }) {
  const { limit, after } = options;
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 100)) throw invalid('limit');
  const sorted = orders.toSorted((a, b) => (a.placedAt === b.placedAt ? b.id - a.id : b.placedAt - a.placedAt));

  let start = 0;
  if (after != null) {
    const [placedAt, id] = decode(after);
    while (
      start < sorted.length &&
      (sorted[start]!.placedAt > placedAt || (sorted[start]!.placedAt === placedAt && sorted[start]!.id >= id))
    ) {
      start++;
    }
  }
  const items = sorted.slice(start, start + limit);
  const last = items[items.length - 1];
  return { items, next: start + limit < sorted.length && last ? encode([last.placedAt, last.id]) : null };
}
