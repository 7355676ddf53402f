// title: delivers heavy parcels free of charge no longer
// hint: Is there a weight from which a large order pays?
type Order = { country: string; grams: number; totalCents: number; express: boolean; member: boolean };

export function shippingCents(o: Order): number {
  if (o.grams === 0) return 0;
  let c = 0;
  if (o.country === 'DE') {
    c = o.grams <= 1000 ? 295 : 495;
    if (o.grams > 5000) c += Math.ceil((o.grams - 5000) / 1000) * 60;
    if (o.totalCents >= 4000 && o.grams <= 5000) c = 0;
  } else if (o.country === 'AT' || o.country === 'NL' || o.country === 'FR') {
    c = 895;
    if (o.grams > 2000) c = 1295;
    if (o.member) c -= 200;
  } else {
    throw new Error('no delivery to ' + o.country);
  }
  if (o.express) c = c + 700;
  if (o.member) c = Math.floor(c * 0.9);
  return c;
}
