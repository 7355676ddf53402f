// caught by: works: answers 502 where it cannot know that it was paid
import { Hono } from 'hono';
import { files } from 'underpin';

export const app = new Hono();

type Item = { book: string; quantity: number };
type Outcome = 'paid' | 'declined' | 'unknown';

const prices = new Map([
  ['slow-queries', 4000],
  ['locks-and-keys', 2500],
  ['postcard', 100],
]);
const knownCoupons = ['SUMMER', 'WELCOME'];
const quantityMax = 99;

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

function isItem(value: unknown): value is Item {
  const { book, quantity } = (value ?? {}) as Partial<Item>;
  if (typeof book !== 'string' || !prices.has(book)) return false;
  return typeof quantity === 'number' && Number.isInteger(quantity) && quantity >= 1 && quantity <= quantityMax;
}

/** The coupons, each once; null where one is not known. */
function couponsOf(sent: unknown): Set<string> | null {
  if (!isList(sent)) return null;
  const codes = sent.map((code) => String(code).trim().toUpperCase());
  return codes.every((code) => knownCoupons.includes(code)) ? new Set(codes) : null;
}

function total(items: Item[], coupons: Set<string>): number {
  let cents = items.reduce((sum, { book, quantity }) => sum + prices.get(book)! * quantity, 0);
  if (coupons.has('SUMMER')) cents = Math.floor((cents * 90) / 100);
  if (coupons.has('WELCOME')) cents -= 500;
  return Math.max(0, cents);
}

/** What became of the charge. Only one answer means that it was paid. */
async function charge(card: unknown, amount: number): Promise<Outcome> {
  try {
    const response = await fetch(`https://pay.test/cards/${encodeURIComponent(String(card))}/charges`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ amount }),
    });
    if (response.status === 402) return 'declined';
    const answer = await response.json();
    return response.status === 200 && answer?.status === 'paid' ? 'paid' : 'unknown';
  } catch (error) {
    console.error('a charge without an answer', amount, error);
    return 'unknown';
  }
}

app.post('/orders', async (c) => {
  const { items, coupons: sent = [], card } = await c.req.json();
  const coupons = couponsOf(sent);
  if (!isList(items) || items.length === 0 || !items.every(isItem) || coupons === null) {
    return c.json({ error: 'Books and coupons that there are, and 1 to 99 of each book, please.' }, 422);
  }
  const totalCents = total(items, coupons);
  const outcome = totalCents === 0 ? 'paid' : await charge(card, totalCents);
  if (outcome === 'declined') return c.json({ error: 'The card was declined.' }, 402);
  if (outcome !== 'paid') return c.json({ error: 'We do not know whether the payment went through.' }, 502);
  const downloads: Record<string, string> = {};
  for (const { book } of items) downloads[book] = await files.read(`/srv/downloads/${book}.key`);
  return c.json({ totalCents, downloads }, 201);
});
