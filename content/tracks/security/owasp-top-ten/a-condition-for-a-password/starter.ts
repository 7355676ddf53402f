import type { Target } from 'underpin';

export async function exploit({ request }: Target) {
  const email = 'maren@example.com';
  const { status, json } = await request('POST', '/sign-in', { json: { email, password: 'guess' } });
  console.log(status, json);
  // Return the gift card of maren@example.com.
  return null;
}
