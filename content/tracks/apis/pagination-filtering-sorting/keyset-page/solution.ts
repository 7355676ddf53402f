type Order = { id: number; placedAt: number };
type Position = Pick<Order, 'id' | 'placedAt'>;
type Page = { items: Order[]; next: string | null };

const limitMax = 100;

function badRequest(message: string): Error {
  return Object.assign(new Error(message), { status: 400 });
}

/** Negative when `a` stands before `b`: newest first, then the higher id. */
const compare = (a: Position, b: Position) => b.placedAt - a.placedAt || b.id - a.id;

const toCursor = ({ placedAt, id }: Position) => `${placedAt}_${id}`;

function fromCursor(cursor: string): Position {
  const [, placedAt, id] = /^(-?\d+)_(\d+)$/.exec(cursor) ?? [];
  if (placedAt === undefined || id === undefined) throw badRequest(`"${cursor}" is not a cursor.`);
  return { placedAt: Number(placedAt), id: Number(id) };
}

/** Without `after`, or with null, the page is the first one. */
export function page(orders: Order[], { limit, after }: { limit: number; after?: string | null }): Page {
  if (!Number.isInteger(limit) || limit < 1 || limit > limitMax)
    throw badRequest(`limit is an integer from 1 to ${limitMax}.`);
  const from = after === undefined || after === null ? undefined : fromCursor(after);

  const following = orders.filter((order) => from === undefined || compare(from, order) < 0).sort(compare);
  const items = following.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last && following.length > limit ? toCursor(last) : null };
}
