type Item = { t: string; p: number; q: number };

const priceOf = ({ t, p, q }: Item, before: number): number => {
  if (t === 'book' && q >= 5) return p * q - Math.floor((p * q) / 10);
  if (t === 'wrap' && before > 2000) return 0;
  return p * q;
};

const discountOf = (sum: number, code = ''): number => {
  if (code === 'SPRING') return sum >= 3000 ? 500 : 0;
  return code.startsWith('STAFF') ? Math.round(sum * 0.3) : 0;
};

/** The same with names. */
export function calc({ items, c: code }: { items: Item[]; c?: string }) {
  const sum = items.reduce((total, item) => total + priceOf(item, total), 0);
  const books = items.filter(({ t }) => t === 'book').reduce((count, { q }) => count + q, 0);
  const discount = discountOf(sum, code);
  const shipping = books > 0 && sum - discount < 4000 ? 390 : 0;
  return { n: books, s: shipping, d: discount, t: sum - discount + shipping };
}
