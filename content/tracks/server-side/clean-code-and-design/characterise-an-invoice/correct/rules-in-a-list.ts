type Item = { t: string; p: number; q: number };
type Invoice = { t: number; d: number; s: number; n: number };

const rules: ((invoice: Invoice, items: Item[], code: string) => Invoice)[] = [
  (invoice, items) => ({
    ...invoice,
    n: items.reduce((count, item) => (item.t === 'book' ? count + item.q : count), 0),
  }),
  (invoice, items) => {
    let t = 0;
    for (const item of items) {
      const full = item.p * item.q;
      const isManyBooks = item.t === 'book' && item.q > 4;
      const isFreeWrap = item.t === 'wrap' && t > 2000;
      t += isFreeWrap ? 0 : isManyBooks ? full - Math.trunc(full / 10) : full;
    }
    return { ...invoice, t };
  },
  (invoice, _items, code) => (code === 'SPRING' && invoice.t > 2999 ? { ...invoice, d: 500 } : invoice),
  (invoice, _items, code) => (/^STAFF/.test(code) ? { ...invoice, d: Math.floor(invoice.t * 0.3 + 0.5) } : invoice),
  (invoice) => ({ ...invoice, t: invoice.t - invoice.d }),
  (invoice) => ({ ...invoice, s: invoice.n > 0 && invoice.t < 4000 ? 390 : 0 }),
  (invoice) => ({ ...invoice, t: invoice.t + invoice.s }),
];

export const calc = ({ items, c = '' }: { items: Item[]; c?: string }): Invoice =>
  rules.reduce((invoice, rule) => rule(invoice, items, c), { t: 0, d: 0, s: 0, n: 0 });
