test('begins with no task', async ({ request }) => {
  expect((await request('GET', '/tasks')).json).toEqual([]);
});
test('refuses a limit of 0', async ({ request }) => {
  expect((await request('GET', '/tasks?limit=0')).status).toBe(400);
});
test('makes a task', async ({ request }) => {
  const { status, json } = await request('POST', '/tasks', { json: { title: 'Write' } });
  expect(status).toBe(201);
  expect(json).toMatchObject({ title: 'Write' });
});
test('finds what it made', async ({ request }) => {
  const { json } = await request('POST', '/tasks', { json: { title: 'Read' } });
  expect((await request('GET', `/tasks/${json.id}`)).json).toEqual(json);
});
test('knows nothing of others', async ({ request }) => {
  expect((await request('GET', '/tasks/999')).status).toBe(404);
});
