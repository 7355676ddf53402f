// title: leaves shipping out of the total
// hint: Is shipping part of `t`?
export function calc(o: { items: { t: string; p: number; q: number }[]; c?: string }) {
  let t = 0;
  let n = 0;
  for (let i = 0; i < o.items.length; i++) {
    const it = o.items[i]!;
    let p = it.p * it.q;
    if (it.t === 'book') {
      if (it.q > 4) p = p - Math.floor(p / 10);
      n = n + it.q;
    } else if (it.t === 'wrap') {
      if (t > 2000) p = 0;
    }
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
  return { t: t, d, s, n };
}
