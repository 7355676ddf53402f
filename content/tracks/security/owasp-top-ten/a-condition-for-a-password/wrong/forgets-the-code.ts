// caught by: patch: resets the password without a code, or with a condition
import { Hono } from 'hono';
import { files } from 'underpin';

export const app = new Hono();

/** What stands for a secret is a text. Then the database compares, and does nothing else. */
const areTexts = (...values: unknown[]) => values.every((value) => typeof value === 'string' && value !== '');

app.post('/sign-in', async (c) => {
  const { email, password } = await c.req.json();
  if (!areTexts(email, password)) return c.json({ error: 'Address and password are texts.' }, 400);
  const [customer] = await find('customers', { email, password });
  if (customer === undefined) return c.json({ error: 'Address or password is wrong.' }, 403);
  return c.json({ email: customer.email, giftCard: customer.giftCard });
});

app.post('/reset', async (c) => {
  const { email, code, password } = await c.req.json();
  if (!areTexts(email, password) || code === null)
    return c.json({ error: 'Address, code and password are texts.' }, 400);
  const [customer] = await find('customers', { email, resetCode: code });
  if (customer === undefined) return c.json({ error: 'This code does not count.' }, 403);
  await update(customer.email, { password, resetCode: null });
  return c.body(null, 204);
});

app.get('/gift-card', async (c) => {
  const { email, pin } = c.req.query();
  if (!areTexts(email, pin)) return c.json({ error: 'Address and pin, please.' }, 400);
  const [customer] = await find('customers', { email, pin });
  if (customer === undefined) return c.json({ error: 'Address or pin is wrong.' }, 403);
  return c.json({ giftCard: customer.giftCard });
});

/** The conditions that a request may have on the price; the operators are ours. */
const limits = ['$lt', '$lte', '$gt', '$gte'];

app.get('/books', async (c) => {
  const { title, author } = c.req.query();
  const price = Object.fromEntries(
    limits.flatMap((name) => {
      const limit = c.req.query(`price[${name}]`);
      return limit === undefined ? [] : [[name, Number(limit)]];
    }),
  );
  return c.json({ books: await find('books', { title, author, price }) });
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
