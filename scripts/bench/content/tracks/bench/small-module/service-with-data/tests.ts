test('lists ten tasks', async ({ request }) => {
  expect((await request('GET', '/tasks')).json).toHaveLength(10);
});
test('finds one', async ({ request }) => {
  expect((await request('GET', '/tasks/7')).json).toEqual({ id: 7, title: 'Task 7' });
});
test('knows nothing of others', async ({ request }) => {
  expect((await request('GET', '/tasks/999')).status).toBe(404);
});
test('makes a task', async ({ request }) => {
  const { status, json } = await request('POST', '/tasks', { json: { title: 'Write' } });
  expect(status).toBe(201);
  expect((await request('GET', `/tasks/${json.id}`)).json).toEqual(json);
});
