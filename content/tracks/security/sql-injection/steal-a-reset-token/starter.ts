import type { Target } from 'underpin';

export async function exploit({ request }: Target) {
  const { status, json } = await request('GET', '/books', { query: { q: 'locks' } });
  console.log(status, json);
  // Return the reset token of admin@bookshop.test.
  return null;
}
