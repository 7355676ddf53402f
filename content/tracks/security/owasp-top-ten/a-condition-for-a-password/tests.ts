test('signs customers in', async ({ request }) => {
  const amira = { email: 'amira@example.com', password: 'seven pale herons' };
  const { status, json } = await request('POST', '/sign-in', { json: amira });
  expect(status, 'with the right password').toBe(200);
  expect(json).toEqual({ email: 'amira@example.com', giftCard: 'A-100' });
  expect(
    (await request('POST', '/sign-in', { json: { ...amira, password: 'guess' } })).status,
    'with a wrong one',
  ).toBe(403);
});

test('resets a password with the right code, once', async ({ request }) => {
  const json = { email: 'amira@example.com', code: 'k3w9', password: 'four lanterns' };
  expect((await request('POST', '/reset', { json: { ...json, code: 'x' } })).status, 'with a wrong code').toBe(403);
  expect((await request('POST', '/reset', { json })).status, 'with the right code').toBe(204);
  const signIn = await request('POST', '/sign-in', { json: { email: json.email, password: json.password } });
  expect(signIn.status, 'signing in with the new password').toBe(200);
  expect((await request('POST', '/reset', { json })).status, 'the same code again').toBe(403);
});

test('shows a gift card to who knows the pin', async ({ request }) => {
  const { status, json } = await request('GET', '/gift-card', { query: { email: 'ben@example.com', pin: '0042' } });
  expect(status).toBe(200);
  expect(json).toEqual({ giftCard: 'B-200' });
  const wrong = await request('GET', '/gift-card', { query: { email: 'ben@example.com', pin: '42' } });
  expect(wrong.status, 'without the zeros').toBe(403);
});

test('finds books by author and price', async ({ request }) => {
  const titles = async (query: Record<string, string>) =>
    (await request('GET', '/books', { query })).json.books.map(({ title }: { title: string }) => title);
  expect(await titles({}), 'all').toHaveLength(4);
  expect(await titles({ 'price[$lt]': '2000' })).toEqual(['100% Uptime']);
  expect(await titles({ 'price[$gte]': '2000', 'price[$lte]': '3900' })).toEqual(['Slow Queries', 'What $lt Means']);
  expect(await titles({ author: 'Ines Mora', 'price[$gt]': '1800' })).toEqual(['Slow Queries']);
});
