const gap = (topic: string, weight: number, hours: number, needs: string[] = []) => ({ topic, weight, hours, needs });

test('plans the example of the task', async ({ call }) => {
  const gaps = [gap('query plans', 3, 4, ['indexes']), gap('indexes', 2, 6), gap('webhooks', 2, 5)];
  expect(await call('planWeeks', gaps, 7)).toEqual([
    { topic: 'webhooks', week: 1 },
    { topic: 'indexes', week: 2 },
    { topic: 'query plans', week: 3 },
  ]);
});

test('takes the most weight for each hour first', async ({ call }) => {
  const gaps = [gap('kubernetes', 3, 40), gap('redis', 1, 5), gap('roles', 3, 6)];
  expect(await call('planWeeks', gaps, 7)).toEqual([
    { topic: 'roles', week: 1 },
    { topic: 'redis', week: 2 },
    { topic: 'kubernetes', week: 8 },
  ]);
});

test('looks at all topics that are free, after each one', async ({ call }) => {
  // "deep" is the best of all and needs "base", which is the worst; until then everything else goes first.
  const gaps = [gap('base', 1, 10), gap('deep', 3, 1, ['base']), gap('logs', 2, 5), gap('tests', 2, 4)];
  expect((await call('planWeeks', gaps, 10)).map(({ topic }) => topic)).toEqual(['tests', 'logs', 'base', 'deep']);
});

test('orders equal ones by their topic', async ({ call }) => {
  const gaps = [gap('tls', 1, 3), gap('cors', 2, 6), gap('jwt', 3, 9), gap('csrf', 1, 3)];
  expect((await call('planWeeks', gaps, 8)).map(({ topic }) => topic)).toEqual(['cors', 'csrf', 'jwt', 'tls']);
});

test('a topic that fills its week exactly is done in it', async ({ call }) => {
  expect(await call('planWeeks', [gap('a', 3, 5), gap('b', 2, 5), gap('c', 1, 1)].reverse(), 5)).toEqual([
    { topic: 'c', week: 1 },
    { topic: 'a', week: 2 },
    { topic: 'b', week: 3 },
  ]);
  expect(await call('planWeeks', [gap('a', 1, 14), gap('b', 1, 15)], 7)).toEqual([
    { topic: 'a', week: 2 },
    { topic: 'b', week: 5 },
  ]);
});

test('refuses a need that is not in the list, and names it', async ({ throws, language }) => {
  const error = await throws('planWeeks', [gap('sagas', 1, 5, ['queues']), gap('logs', 1, 5)], 5);
  expect(error.message).toContain('queues');
  if (language === 'python') expect(error.name).toBe('ValueError');
});
