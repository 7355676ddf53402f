import type { Target } from 'underpin';

export async function exploit({ request, token }: Target<{ token: string; trainingToken: string }>) {
  const [header = '', claims = ''] = token.split('.');
  console.log(atob(header), atob(claims));
  const { status, body } = await request('GET', '/reports/payroll', { headers: { authorization: `Bearer ${token}` } });
  console.log(status, body);
  // Return the text of the report payroll.
  return null;
}
