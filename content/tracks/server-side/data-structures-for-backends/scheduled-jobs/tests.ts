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

test('answers as in the example', async ({ evaluate }) => {
  const steps = [['add', 'remind-7', 500], ['add', 'expire-3', 200], ['next'], ['take', 300], ['cancel', 'remind-7']];
  expect(await evaluate(play, steps)).toEqual([200, ['expire-3'], true]);
});

test('takes due jobs by time, whatever the order they came in', async ({ evaluate }) => {
  const times = [50, 20, 90, 10, 70, 30, 80, 60, 40];
  const steps = [...times.map((time) => ['add', `job-${time}`, time]), ['take', 60], ['take', 1000]];
  expect(await evaluate(play, steps)).toEqual([
    ['job-10', 'job-20', 'job-30', 'job-40', 'job-50', 'job-60'],
    ['job-70', 'job-80', 'job-90'],
  ]);
});

test('takes a job at exactly its time', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 100],
    ['take', 99],
    ['take', 100],
    ['take', 100],
  ];
  expect(await evaluate(play, steps)).toEqual([[], ['a'], []]);
});

test('keeps jobs of the same time in the order they were added', async ({ evaluate }) => {
  const ids = ['e', 'b', 'd', 'a', 'c', 'g', 'f'];
  const steps = [...ids.map((id) => ['add', id, 100]), ['take', 100]];
  expect(await evaluate(play, steps)).toEqual([ids]);
});

test('says null when nothing waits', async ({ evaluate }) => {
  expect(await evaluate(play, [['next'], ['add', 'a', 5], ['take', 9], ['next'], ['take', 99]])).toEqual([
    null,
    ['a'],
    null,
    [],
  ]);
});

test('forgets a cancelled job', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 10],
    ['add', 'b', 20],
    ['cancel', 'a'],
    ['next'],
    ['take', 100],
    ['cancel', 'a'],
    ['cancel', 'b'],
  ];
  expect(await evaluate(play, steps)).toEqual([true, 20, ['b'], false, false]);
});
