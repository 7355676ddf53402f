// A step is ['add', id, runAtMs], ['cancel', id], ['next'] or ['take', nowMs]; the driver returns what each answered.
const play = {
  ts: ({ createSchedule }, steps) => {
    const schedule = createSchedule();
    const answers: unknown[] = [];
    for (const [action, subject, runAtMs] of steps) {
      if (action === 'add') schedule.add(subject, runAtMs);
      else if (action === 'cancel') answers.push(schedule.cancel(subject));
      else if (action === 'next') answers.push(schedule.nextAt());
      else answers.push(schedule.takeDue(subject));
    }
    return answers;
  },
  py: `
    def drive(solution, steps):
        schedule = solution.create_schedule()
        answers = []
        for action, *rest in steps:
            if action == "add":
                schedule.add(*rest)
            elif action == "cancel":
                answers.append(schedule.cancel(*rest))
            elif action == "next":
                answers.append(schedule.next_at())
            else:
                answers.append(schedule.take_due(*rest))
        return answers
  `,
};

test('replaces a job that is added again, sooner or later', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 100],
    ['add', 'b', 200],
    ['add', 'a', 300],
    ['next'],
    ['take', 250],
    ['add', 'a', 50],
    ['take', 400],
    ['next'],
  ];
  expect(await evaluate(play, steps)).toEqual([200, ['b'], ['a'], null]);
});

test('counts a job that replaced another from when it was added again', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 100],
    ['add', 'b', 100],
    ['add', 'a', 100],
    ['take', 100],
  ];
  expect(await evaluate(play, steps)).toEqual([['b', 'a']]);
});

test('knows a job whose time is 0', async ({ evaluate }) => {
  expect(await evaluate(play, [['add', 'a', 0], ['next'], ['take', 0]])).toEqual([0, ['a']]);
});

test('lets an id come back after it was taken or cancelled', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 1],
    ['take', 1],
    ['add', 'a', 2],
    ['cancel', 'a'],
    ['add', 'a', 3],
    ['next'],
    ['take', 3],
  ];
  expect(await evaluate(play, steps)).toEqual([['a'], true, 3, ['a']]);
});

test('takes thousands of jobs one by one in time', async ({ evaluate, language }) => {
  const seen = await evaluate({
    ts: ({ createSchedule }) => {
      const schedule = createSchedule();
      const count = 40_000;
      for (let i = 0; i < count; i++) schedule.add(`job-${i}`, (i * 7919) % count);
      let inOrder = 0;
      for (let now = 0; now < count; now++) {
        if (schedule.nextAt() === now && schedule.takeDue(now).length === 1) inOrder++;
      }
      return inOrder;
    },
    py: `
      def drive(solution):
          schedule = solution.create_schedule()
          count = 20_000
          for i in range(count):
              schedule.add(f"job-{i}", i * 7919 % count)
          in_order = 0
          for now in range(count):
              if schedule.next_at() == now and len(schedule.take_due(now)) == 1:
                  in_order += 1
          return in_order
    `,
  });
  expect(seen).toBe(language === 'python' ? 20_000 : 40_000);
});

test('agrees with the reference on random jobs', async ({ evaluate, reference, random }) => {
  let now = 0;
  const steps = Array.from({ length: 400 }, () => {
    const id = `job-${random.int(1, 60)}`;
    const kind = random.int(0, 9);
    if (kind === 0) return ['take', (now += random.int(0, 15))];
    if (kind === 1) return ['next'];
    return kind < 4 ? ['cancel', id] : ['add', id, now + random.int(0, 40)];
  });
  expect(await evaluate(play, steps)).toEqual(await reference.evaluate(play, steps));
});
