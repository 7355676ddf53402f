import type { Target } from 'underpin';

export async function exploit({ request }: Target) {
  const order = { items: [{ book: 'slow-queries', quantity: 1 }], coupons: ['SUMMER'], card: 'empty' };
  const { status, json } = await request('POST', '/orders', { json: order });
  console.log(status, json);
  // Return the download key of slow-queries.
  return null;
}
