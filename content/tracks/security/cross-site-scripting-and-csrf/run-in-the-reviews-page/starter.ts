import type { Target } from 'underpin';

export async function exploit({ request, call }: Target<{ call: string }>) {
  const text = 'I read it twice.';
  await request('POST', '/books/slow-queries/reviews', { json: { author: 'Noor', website: '', text } });
  const page = await request('GET', '/books/slow-queries', { query: { q: 'locks' } });
  console.log(call, page.body);
  // Return the answer whose page calls the function with that name.
  return page;
}
