// title: counts wrappings as books
// hint: How many books does an invoice with a wrapping have?
export function calc(o: { items: { t: string; p: number; q: number }[]; c?: string }) {
  let t = 0;
  let n = 0;
  for (let i = 0; i < o.items.length; i++) {
    const it = o.items[i]!;
    let p = it.p * it.q;
    if (it.t === 'book') {
      if (it.q > 4) p = p - Math.floor(p / 10);
    } else if (it.t === 'wrap') {
      if (t > 2000) p = 0;
    }
    if (it.t === 'book' || it.t === 'wrap') n = n + it.q;
    t = t + p;
  }
  let d = 0;
  if (o.c === 'SPRING') {
    if (t >= 3000) d = 500;
  } else if (o.c && o.c.startsWith('STAFF')) {
    d = Math.round(t * 0.3);
  }
  t = t - d;
  let s = 0;
  if (n > 0 && t < 4000) s = 390;
  return { t: t + s, d, s, n };
}
