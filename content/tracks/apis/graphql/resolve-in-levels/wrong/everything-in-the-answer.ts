// caught by: gives the plain fields that were asked for, and no others
import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

const firstMax = 50;
const depthMax = 4;

type Row = Record<string, unknown>;
type Fields = { [name: string]: true | Fields };
type Relation = {
  to: string;
  isList: boolean;
  /** The column of the parent that `text` is given all values of. */
  key: string;
  /** Gives the rows of all parents at once; `parent` says whose each is. */
  text: string;
};
type Type = { plain: string[]; relations: Record<string, Relation> };

const types: Record<string, Type> = {
  book: {
    plain: ['id', 'title', 'price'],
    relations: {
      authors: {
        to: 'author',
        isList: true,
        key: 'id',
        text: `select ba.book_id as parent, a.id, a.name
          from book_authors ba join authors a on a.id = ba.author_id
          where ba.book_id = any($1) order by ba.book_id, ba.position`,
      },
      reviews: {
        to: 'review',
        isList: true,
        key: 'id',
        text: `select book_id as parent, id, rating, body, customer_id
          from reviews where book_id = any($1) order by id`,
      },
    },
  },
  author: {
    plain: ['id', 'name'],
    relations: {
      books: {
        to: 'book',
        isList: true,
        key: 'id',
        text: `select ba.author_id as parent, b.id, b.title, b.price
          from book_authors ba join books b on b.id = ba.book_id
          where ba.author_id = any($1) order by b.id`,
      },
    },
  },
  review: {
    plain: ['id', 'rating', 'body'],
    relations: {
      customer: {
        to: 'customer',
        isList: false,
        key: 'customer_id',
        text: 'select id as parent, id, name from customers where id = any($1)',
      },
    },
  },
  customer: { plain: ['id', 'name'], relations: {} },
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function areFields(type: string, fields: unknown, depthLeft: number): fields is Fields {
  if (!isObject(fields)) return false;
  const { plain, relations } = types[type]!;
  return Object.entries(fields).every(([name, below]) => {
    if (plain.includes(name)) return below === true;
    if (!Object.hasOwn(relations, name) || depthLeft === 0) return false;
    return areFields(relations[name]!.to, below, depthLeft - 1);
  });
}

/** The answers for all rows of one level, in their order. */
async function resolve(type: string, rows: Row[], fields: Fields): Promise<Row[]> {
  const answers: Row[] = rows.map((row) => ({ ...row }));
  for (const [name, below] of Object.entries(fields)) {
    if (below === true) {
      rows.forEach((row, i) => (answers[i]![name] = row[name]));
      continue;
    }
    const { to, isList, key, text } = types[type]!.relations[name]!;
    const keys = [...new Set(rows.map((row) => row[key]))];
    const children: Row[] = keys.length === 0 ? [] : (await db.query(text, [keys])).rows;
    const resolved = await resolve(to, children, below);
    const byParent = new Map<unknown, Row[]>();
    children.forEach(({ parent }, i) => byParent.set(parent, [...(byParent.get(parent) ?? []), resolved[i]!]));
    rows.forEach((row, i) => {
      const mine = byParent.get(row[key]) ?? [];
      answers[i]![name] = isList ? mine : (mine[0] ?? null);
    });
  }
  return answers;
}

app.post('/query', async (c) => {
  const { first, fields } = await c.req.json();
  const isCount = Number.isInteger(first) && first >= 1 && first <= firstMax;
  if (!isCount || !areFields('book', fields, depthMax)) return c.json({ title: 'The query is not valid.' }, 400);
  const { rows } = await db.query('select id, title, price from books order by id limit $1', [first]);
  return c.json({ data: { books: await resolve('book', rows, fields) } });
});
