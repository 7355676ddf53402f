import type { Target } from 'underpin';

export async function exploit({ request }: Target<{ mine: string; password: string }>) {
  const page = { origin: 'https://noor.test', form: { action: '/account', fields: { greeting: 'hello' } } };
  const { status, json } = await request('POST', '/amira', { json: page });
  console.log(status, json);
  // When this ends, the address in Amira's account has to be `mine`.
}
