test('drops a repeat that arrives later', async ({ call }) => {
  const paid = { id: 'evt_1', type: 'payment.succeeded' };
  const failed = { id: 'evt_2', type: 'payment.failed' };
  expect(await call('dedupe', [paid, failed, paid])).toEqual([paid, failed]);
});

test('keeps the first event of each id', async ({ call }) => {
  const first = { id: 'evt_7', type: 'payment.pending' };
  const later = { id: 'evt_7', type: 'payment.succeeded' };
  expect(await call('dedupe', [first, later])).toEqual([first]);
});

test('keeps the order of arrival', async ({ call }) => {
  const events = ['evt_9', 'evt_10', 'evt_1'].map((id) => ({ id, type: 'payment.succeeded' }));
  expect(await call('dedupe', [...events, ...events])).toEqual(events);
});

test('returns an empty array for no events', async ({ call }) => {
  expect(await call('dedupe', [])).toEqual([]);
});
