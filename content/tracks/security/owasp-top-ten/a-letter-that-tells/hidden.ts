const textOf = (to: string, note: string, signature: string) =>
  `Dear ${to},\n\n${note}\n\nYours,\n\n${signature}\n\nSent by The Bookshop`;

test('shows everything as it was written, braces included', async ({ request, mail }) => {
  const texts = [
    'Use {{to}} in templates',
    '{{shop.name}}',
    '{ } }} {{',
    '$& and $1',
    '<b>&amp;</b>',
    '{{{note}}}',
    '{{ x | upper }}',
  ];
  for (const text of texts) {
    const gift = { to: `to ${text}`, from: `from ${text}`, note: `note ${text}` };
    const { json } = await request('POST', '/preview', { json: gift });
    expect(json, 'the preview').toEqual({
      subject: `A gift from ${gift.from}`,
      text: textOf(gift.to, gift.note, gift.from),
    });
    await request('POST', '/gifts', { json: { ...gift, email: 'ben@example.com' } });
    const sent = mail.sent().at(-1);
    expect({ subject: sent?.subject, text: sent?.text }, 'the mail').toEqual(json);
  }
});

test('shows a signature as it was written', async ({ request }) => {
  await request('PUT', '/signatures/Amira', { json: { signature: '{{from}} & {{note}}' } });
  const { json } = await request('POST', '/preview', { json: { to: 'Ben', from: 'Amira', note: '{{signature}}' } });
  expect(json.text).toBe(textOf('Ben', '{{signature}}', '{{from}} & {{note}}'));
});

test('leaves the key in its file', async ({ request, files, planted }) => {
  await request('POST', '/preview', { json: { to: 'Ben', from: 'Amira', note: '{{shop.mailKey}}' } });
  expect(files.read('/srv/shop/mail.key')).toBe(planted.secret);
});

test('agrees with the reference on random letters', async ({ request, reference, random }) => {
  const pieces = ['{{', '}}', '{', '}', 'to', 'note', 'shop.name', ' ', '|', 'upper', 'Hello', '$&', '.'];
  const written = () => Array.from({ length: random.int(1, 8) }, () => random.pick(pieces)).join('') || 'x';
  for (let turn = 0; turn < 10; turn++) {
    const json = { to: written(), from: written(), note: written() };
    const expected = await reference.request('POST', '/preview', { json });
    expect((await request('POST', '/preview', { json })).json, JSON.stringify(json)).toEqual(expected.json);
  }
});
