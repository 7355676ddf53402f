import { Hono } from 'hono';
import { files } from 'underpin';

export const app = new Hono();

/** As many frameworks do: ?price[$lt]=2000 becomes { price: { $lt: '2000' } }. */
function queryOf(url: string): Document {
  const query: Document = {};
  for (const [key, value] of new URL(url).searchParams) {
    const [, name, operator] = /^(\w+)\[(\$\w+)\]$/.exec(key) ?? [];
    if (name === undefined || operator === undefined) query[key] = value;
    else query[name] = { ...query[name], [operator]: value };
  }
  return query;
}

app.post('/sign-in', async (c) => {
  const { email, password } = await c.req.json();
  const [customer] = await find('customers', { email, password });
  if (customer === undefined) return c.json({ error: 'Address or password is wrong.' }, 403);
  return c.json({ email: customer.email, giftCard: customer.giftCard });
});

app.post('/reset', async (c) => {
  const { password, code, ...rest } = await c.req.json();
  const [customer] = await find('customers', { ...rest, resetCode: code });
  if (customer === undefined) return c.json({ error: 'This code does not count.' }, 403);
  await update(customer.email, { password, resetCode: null });
  return c.body(null, 204);
});

app.get('/gift-card', async (c) => {
  const { email, pin } = queryOf(c.req.url);
  const [customer] = await find('customers', { email, pin });
  if (customer === undefined) return c.json({ error: 'Address or pin is wrong.' }, 403);
  return c.json({ giftCard: customer.giftCard });
});

app.get('/books', async (c) => {
  const { title, author, price } = queryOf(c.req.url);
  const limits = price && Object.fromEntries(Object.entries(price).map(([name, limit]) => [name, Number(limit)]));
  return c.json({ books: await find('books', { title, author, price: limits }) });
});

// ---- Below this line is the database. It is no part of the patch: leave it as it is. ----

type Document = Record<string, any>;

const books: Document[] = [
  { title: 'Slow Queries', author: 'Ines Mora', price: 3900 },
  { title: 'Locks and Keys', author: 'Tomas Lind', price: 4200 },
  { title: '100% Uptime', author: 'Ines Mora', price: 1800 },
  { title: 'What $lt Means', author: 'Ruth Bell', price: 2000 },
];

function compare(operator: string, value: any, operand: any): boolean {
  switch (operator) {
    case '$eq':
      return value === operand;
    case '$ne':
      return value !== operand;
    case '$gt':
      return typeof value === typeof operand && value > operand;
    case '$gte':
      return typeof value === typeof operand && value >= operand;
    case '$lt':
      return typeof value === typeof operand && value < operand;
    case '$lte':
      return typeof value === typeof operand && value <= operand;
    case '$in':
      return Array.isArray(operand) && operand.includes(value);
    case '$exists':
      return (value !== undefined) === Boolean(operand);
    case '$regex':
      return typeof value === 'string' && new RegExp(String(operand)).test(value);
    default:
      throw new Error(`unknown operator: ${operator}`);
  }
}

/** A value is equal, null is "null or not there", an object is a list of conditions, and undefined is none. */
function matches(document: Document, filter: Document): boolean {
  return Object.entries(filter).every(([name, wanted]) => {
    if (wanted === undefined) return true;
    if (wanted === null) return document[name] == null;
    if (typeof wanted !== 'object') return document[name] === wanted;
    return Object.entries(wanted).every(([operator, operand]) => compare(operator, document[name], operand));
  });
}

async function find(collection: 'customers' | 'books', filter: Document): Promise<Document[]> {
  const all = collection === 'books' ? books : JSON.parse(await files.read('/srv/db/customers.json'));
  return all.filter((document: Document) => matches(document, filter));
}

async function update(email: string, change: Document): Promise<void> {
  const all: Document[] = await find('customers', {});
  const changed = all.map((one) => (one.email === email ? { ...one, ...change } : one));
  await files.write('/srv/db/customers.json', JSON.stringify(changed));
}
