import type { Target } from 'underpin';

export async function exploit({ request }: Target<{ email: string; password: string }>) {
  const { cookies, json } = await request('GET', '/books');
  console.log(cookies, json);
  console.log((await request('POST', '/maren', { json: { path: '/books' } })).json);
  // Return the gift card of maren@example.com.
  return null;
}
