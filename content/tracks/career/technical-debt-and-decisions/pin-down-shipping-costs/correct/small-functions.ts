type Order = { country: string; grams: number; totalCents: number; express: boolean; member: boolean };

const neighbours = new Set(['AT', 'NL', 'FR']);

export function shippingCents(order: Order): number {
  if (order.grams === 0) return 0;
  const withExpress = standardCents(order) + (order.express ? 700 : 0);
  return order.member ? Math.trunc((withExpress * 9) / 10) : withExpress;
}

function standardCents(order: Order): number {
  if (order.country === 'DE') return order.totalCents < 4000 ? domesticCents(order.grams) : 0;
  if (!neighbours.has(order.country)) throw new RangeError(`We do not deliver to ${order.country}.`);
  return (order.grams <= 2000 ? 895 : 1295) - (order.member ? 200 : 0);
}

function domesticCents(grams: number): number {
  if (grams <= 1000) return 295;
  const startedKilograms = Math.max(0, Math.ceil(grams / 1000) - 5);
  return 495 + startedKilograms * 60;
}
