import type { Target } from 'underpin';

export async function exploit({ request }: Target) {
  const gift = { to: 'Ben', from: 'Noor', note: 'Happy birthday' };
  const { status, json } = await request('POST', '/preview', { json: gift });
  console.log(status, json);
  // Return the key of the mail service.
  return null;
}
