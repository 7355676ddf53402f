import type { Target } from 'underpin';

export async function exploit({ request }: Target) {
  const { json } = await request('POST', '/accounts', { json: { name: 'Noor', email: 'noor@example.com' } });
  const headers = { authorization: `Bearer ${json.token}` };
  const { status, json: me } = await request('GET', '/me', { headers });
  console.log(status, me);
  // Return the content of the report payroll.
  return null;
}
