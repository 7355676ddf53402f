import type { Target } from 'underpin';

export async function exploit({ request, token }: Target<{ token: string; foreignOrder: number }>) {
  const headers = { authorization: `Bearer ${token}` };
  const { status, json } = await request('GET', '/orders', { headers });
  console.log(status, json);
  // Return the note of the order foreignOrder.
  return null;
}
