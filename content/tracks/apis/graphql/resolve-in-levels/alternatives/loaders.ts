import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

/** Gathers ids until the running code has come to an end, and asks once for all of them. */
function loader(text: string) {
  let waiting: Map<number, ((rows: any[]) => void)[]> | null = null;
  return (id: number) =>
    new Promise<any[]>((resolve, reject) => {
      if (!waiting) {
        const mine = (waiting = new Map());
        setTimeout(() => {
          waiting = null;
          db.query(text, [[...mine.keys()]]).then(({ rows }) => {
            for (const [key, calls] of mine) for (const call of calls) call(rows.filter((row) => row.parent === key));
          }, reject);
        });
      }
      waiting.set(id, [...(waiting.get(id) ?? []), resolve]);
    });
}

const texts = {
  authors:
    'select book_id as parent, authors.* from book_authors join authors on authors.id = author_id where book_id = any($1) order by position',
  reviews: 'select book_id as parent, * from reviews where book_id = any($1) order by id',
  books:
    'select author_id as parent, books.* from book_authors join books on books.id = book_id where author_id = any($1) order by books.id',
  customer: 'select id as parent, * from customers where id = any($1)',
};
const graph: Record<string, Record<string, string>> = {
  books: { id: '', title: '', price: '', authors: 'authors', reviews: 'reviews' },
  authors: { id: '', name: '', books: 'books' },
  reviews: { id: '', rating: '', body: '', customer: 'customer' },
  customer: { id: '', name: '' },
};

function check(type: string, fields: any, depth: number) {
  if (Object.prototype.toString.call(fields) !== '[object Object]') throw new Error('no selection');
  for (const name of Object.keys(fields)) {
    const to = new Map(Object.entries(graph[type]!)).get(name);
    if (to === undefined) throw new Error('unknown field');
    if (to === '' && fields[name] !== true) throw new Error('plain field');
    if (to !== '' && depth === 4) throw new Error('too deep');
    if (to !== '') check(to, fields[name], depth + 1);
  }
}

app.post('/query', async (c) => {
  const { first, fields } = await c.req.json();
  try {
    if (!(Number.isSafeInteger(first) && first > 0 && first < 51)) throw new Error('first');
    check('books', fields, 0);
  } catch {
    return c.text('bad query', 400);
  }
  // A loader for each place in the query, made for this request alone.
  const loaders = new Map<object, (id: number) => Promise<any[]>>();
  const show = async (type: string, row: any, wanted: any): Promise<any> => {
    const entries = Object.keys(wanted).map(async (name) => {
      const to = graph[type]![name] as keyof typeof texts | '';
      if (to === '') return [name, row[name]];
      const place = wanted[name];
      if (!loaders.has(place)) loaders.set(place, loader(texts[to]));
      const children = await loaders.get(place)!(to === 'customer' ? row.customer_id : row.id);
      const shown = await Promise.all(children.map((child) => show(to, child, place)));
      return [name, to === 'customer' ? shown[0] : shown];
    });
    return Object.fromEntries(await Promise.all(entries));
  };
  const { rows } = await db.query('select * from books order by id limit $1', [first]);
  return c.json({ data: { books: await Promise.all(rows.map((row: any) => show('books', row, fields))) } });
});
