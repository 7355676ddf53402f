const gap = (topic: string, weight: number, hours: number, needs: string[] = []) => ({ topic, weight, hours, needs });

test('a topic waits for all of its needs', async ({ call }) => {
  const gaps = [gap('oauth', 3, 1, ['http', 'sessions']), gap('http', 3, 2), gap('sessions', 1, 9), gap('sql', 2, 9)];
  expect((await call('planWeeks', gaps, 7)).map(({ topic }) => topic)).toEqual(['http', 'sql', 'sessions', 'oauth']);
});

test('an empty list is an empty plan', async ({ call }) => {
  expect(await call('planWeeks', [], 7)).toEqual([]);
});

test('refuses a circle, and names a topic that lies in it', async ({ throws, language }) => {
  // "wait-1" and "wait-2" only wait for the circle; "done" has nothing to do with it.
  const gaps = [
    gap('wait-1', 3, 1, ['wait-2']),
    gap('wait-2', 3, 1, ['ring-a']),
    gap('done', 3, 1),
    gap('ring-a', 1, 1, ['done', 'ring-b']),
    gap('ring-b', 1, 1, ['ring-c']),
    gap('ring-c', 1, 1, ['ring-a']),
  ];
  const error = await throws('planWeeks', gaps, 7);
  expect(error.message).toMatch(/ring-[abc]/);
  if (language === 'python') expect(error.name).toBe('ValueError');
});

test('refuses a topic that needs itself', async ({ throws }) => {
  const error = await throws('planWeeks', [gap('logs', 1, 1), gap('recursion', 1, 1, ['recursion'])], 7);
  expect(error.message).toContain('recursion');
});

test('leaves the list as it was', async ({ evaluate }) => {
  const kept = await evaluate({
    ts: ({ planWeeks }) => {
      const gaps = [
        { topic: 'b', weight: 1, hours: 1, needs: ['a'] },
        { topic: 'a', weight: 1, hours: 1, needs: [] },
      ];
      const before = JSON.stringify(gaps);
      planWeeks(gaps, 5);
      return JSON.stringify(gaps) === before;
    },
    py: `
      def drive(solution):
          import json
          gaps = [
              {"topic": "b", "weight": 1, "hours": 1, "needs": ["a"]},
              {"topic": "a", "weight": 1, "hours": 1, "needs": []},
          ]
          before = json.dumps(gaps)
          solution.plan_weeks(gaps, 5)
          return json.dumps(gaps) == before
    `,
  });
  expect(kept).toBe(true);
});

test('plans 300 topics that build on each other', async ({ call, reference }) => {
  const gaps = Array.from({ length: 300 }, (_, i) =>
    gap(`t${i}`, 1 + (i % 3), 1 + (i % 5), i < 299 ? [`t${i + 1}`] : []),
  );
  expect(await call('planWeeks', gaps, 7)).toEqual(await reference.call('planWeeks', gaps, 7));
});

test('agrees with the reference on random gaps', async ({ call, reference, random }) => {
  const topics = random.shuffle(Array.from({ length: 14 }, (_, i) => `topic ${String.fromCharCode(97 + i)}`));
  const gaps = topics.map((topic, i) =>
    gap(topic, random.int(1, 3), random.int(1, 9), random.shuffle(topics.slice(0, i)).slice(0, random.int(0, 2))),
  );
  const shuffled = random.shuffle(gaps);
  const hoursAWeek = random.int(3, 10);
  expect(await call('planWeeks', shuffled, hoursAWeek)).toEqual(
    await reference.call('planWeeks', shuffled, hoursAWeek),
  );
});
