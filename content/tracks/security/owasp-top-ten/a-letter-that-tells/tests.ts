const textOf = (to: string, note: string, signature: string) =>
  `Dear ${to},\n\n${note}\n\nYours,\n\n${signature}\n\nSent by The Bookshop`;

test('writes a letter', async ({ request }) => {
  const { status, json } = await request('POST', '/preview', { json: { to: 'Ben', from: 'Amira', note: 'Enjoy it.' } });
  expect(status).toBe(200);
  expect(json).toEqual({ subject: 'A gift from Amira', text: textOf('Ben', 'Enjoy it.', 'Amira') });
});

test('signs with the signature that was stored', async ({ request }) => {
  const put = await request('PUT', '/signatures/Amira', { json: { signature: 'Amira, Ben and the cat' } });
  expect(put.status, 'PUT /signatures/Amira').toBe(204);
  const { json } = await request('POST', '/preview', { json: { to: 'Chloe', from: 'Amira', note: 'Hi' } });
  expect(json.text).toBe(textOf('Chloe', 'Hi', 'Amira, Ben and the cat'));
});

test('sends the letter as a mail', async ({ request, mail }) => {
  const gift = { to: 'Ben', from: 'Amira', note: 'Enjoy it.', email: 'ben@example.com' };
  expect((await request('POST', '/gifts', { json: gift })).status).toBe(202);
  expect(mail.sent().map(({ to, subject, text }) => ({ to, subject, text }))).toEqual([
    { to: 'ben@example.com', subject: 'A gift from Amira', text: textOf('Ben', 'Enjoy it.', 'Amira') },
  ]);
});
