// Replicas hold still where a test puts them. A step is ['read' | 'write', session, server]; ['lag', replica, known, real]
// moves a replica. Returns who answered each read, at which position.
const play = async ({ createRouter }, { at, steps, servers = 1 }) => {
  let head = 100;
  const log: unknown[] = [];
  const replicas = at.map(([known, real = known, fails], i) => ({ known, real, fails, i }));
  const primary = {
    write: async (statement: string) => ({ position: ++head, result: `did ${statement}` }),
    read: async () => {
      log.push(['primary', head]);
      return { position: head, rows: [head] };
    },
  };
  const makeReplica = (state) => ({
    knownPosition: () => state.known,
    read: async () => {
      if (state.fails) throw new Error('connection reset');
      log.push([`replica ${state.i}`, state.real]);
      return { position: state.real, rows: [state.real] };
    },
  });
  const routers = Array.from({ length: servers }, () => createRouter(primary, replicas.map(makeReplica)));
  const tokens: Record<string, string | null> = {};
  for (const [action, who, ...rest] of steps) {
    if (action === 'lag') {
      [replicas[who].known, replicas[who].real = replicas[who].known] = rest;
      continue;
    }
    const router = routers[rest[0] ?? 0];
    const { token } = await router[action](tokens[who] ?? null, `${action} of ${who}`);
    tokens[who] = token;
  }
  return log;
};

test('remembers the position that answered, not the one that was known', async ({ evaluate }) => {
  const steps = [
    ['read', 'bob'],
    ['lag', 0, null],
    ['lag', 1, 70],
    ['read', 'bob'],
  ];
  // Replica 0 was thought to be at 60 and answered at 80, so 70 would be a step back.
  expect(await evaluate(play, { at: [[60, 80], [null]], steps })).toEqual([
    ['replica 0', 80],
    ['primary', 100],
  ]);
});

test('remembers what the primary showed', async ({ evaluate }) => {
  const steps = [
    ['read', 'bob'],
    ['lag', 0, 99],
    ['read', 'bob'],
    ['lag', 0, 100],
    ['read', 'bob'],
  ];
  expect(await evaluate(play, { at: [[null]], steps })).toEqual([
    ['primary', 100],
    ['primary', 100],
    ['replica 0', 100],
  ]);
});

test('uses no replica that is down, and works without any', async ({ evaluate }) => {
  expect(
    await evaluate(play, {
      at: [[null], [5], [null]],
      steps: [
        ['read', 'bob'],
        ['read', 'bob'],
      ],
    }),
  ).toEqual([
    ['replica 1', 5],
    ['replica 1', 5],
  ]);
  expect(await evaluate(play, { at: [], steps: [['read', 'bob']] })).toEqual([['primary', 100]]);
});

test("passes the primary's error on", async ({ evaluate }) => {
  const messages = await evaluate(async ({ createRouter }) => {
    const fails = () => Promise.reject(new Error('primary is down'));
    const router = createRouter({ write: fails, read: fails }, []);
    const messageOf = (promise: Promise<unknown>) =>
      promise.then(
        () => 'no error',
        (error: Error) => error.message,
      );
    return [await messageOf(router.read(null, 'select')), await messageOf(router.write(null, 'update'))];
  });
  expect(messages).toEqual(['primary is down', 'primary is down']);
});

test('shares reads evenly among the replicas that are far enough', async ({ evaluate }) => {
  const counts = await evaluate(async ({ createRouter }) => {
    const counts: Record<string, number> = { primary: 0 };
    const rows: unknown[] = [];
    const primary = {
      write: async () => ({ position: 50, result: null }),
      read: async () => (counts.primary++, { position: 50, rows }),
    };
    const replicas = [50, 20, 50, 50].map((position, i) => ({
      knownPosition: () => position,
      read: async () => ((counts[i] = (counts[i] ?? 0) + 1), { position, rows }),
    }));
    const router = createRouter(primary, replicas);
    const { token } = await router.write(null, 'insert');
    for (let i = 0; i < 3000; i++) await router.read(token, 'select');
    return counts;
  });
  expect([counts.primary, counts[1] ?? 0], 'reads at the primary, and at the replica that is behind').toEqual([0, 0]);
  // 1,000 each; a deviation of 25.8 for a choice at random.
  for (const i of [0, 2, 3]) expect(Math.abs((counts[i] ?? 0) - 1000)).toBeLessThanOrEqual(155);
});

// Sessions on two servers, replicas that lag by random amounts, and a known position older than the real one.
const simulate = async ({ createRouter }, { seed, operations }) => {
  let state = seed;
  const random = (below: number) => Math.floor(((state = (state * 48271) % 2147483647) / 2147483647) * below);
  let head = 1;
  const replicas = Array.from({ length: 4 }, () => ({ real: 1, known: 1 as number | null }));
  let answered = { position: 0, by: '' };
  const primary = {
    write: async () => ({ position: (head += 1 + random(3)), result: null }),
    read: async () => ((answered = { position: head, by: 'primary' }), { position: head, rows: [] }),
  };
  const made = replicas.map((replica) => ({
    knownPosition: () => replica.known,
    read: async () => ((answered = { position: replica.real, by: 'replica' }), { position: replica.real, rows: [] }),
  }));
  const routers = [createRouter(primary, made), createRouter(primary, made)];
  const sessions = Array.from({ length: 10 }, () => ({ token: null as string | null, wrote: 0, saw: 0 }));
  const seen = { missedWrites: 0, wentBack: 0, needlesslyAtThePrimary: 0, fromReplicas: 0 };
  for (let i = 0; i < operations; i++) {
    for (const replica of replicas) {
      if (random(4) === 0) replica.real = Math.max(replica.real, head - random(12));
      if (random(4) === 0) replica.known = random(15) === 0 ? null : replica.real;
    }
    const session = sessions[random(sessions.length)]!;
    const router = routers[random(2)];
    if (random(4) === 0) {
      session.token = (await router.write(session.token, 'update')).token;
      session.wrote = head;
      continue;
    }
    const least = Math.max(session.wrote, session.saw);
    const suitable = replicas.some(({ known }) => known !== null && known >= least);
    session.token = (await router.read(session.token, 'select')).token;
    if (answered.position < session.wrote) seen.missedWrites++;
    if (answered.position < session.saw) seen.wentBack++;
    if (answered.by === 'primary' && suitable) seen.needlesslyAtThePrimary++;
    if (answered.by === 'replica') seen.fromReplicas++;
    session.saw = Math.max(session.saw, answered.position);
  }
  return seen;
};

test('keeps both promises for random sessions and lags, without bothering the primary', async ({
  evaluate,
  random,
}) => {
  const { fromReplicas, ...violations } = await evaluate(simulate, { seed: random.int(1, 1e9), operations: 3000 });
  expect(violations).toEqual({ missedWrites: 0, wentBack: 0, needlesslyAtThePrimary: 0 });
  expect(fromReplicas).toBeGreaterThan(0);
});

test('agrees with the reference where one replica is enough for everything', async ({
  evaluate,
  reference,
  random,
}) => {
  const steps = Array.from({ length: 120 }, (_, i) => {
    const kind = random.int(0, 5);
    if (kind === 0) return ['lag', 0, random.int(0, 3) === 0 ? null : 95 + Math.floor(i / 6) + random.int(0, 4)];
    return [kind === 1 ? 'write' : 'read', random.pick(['alice', 'bob', 'carol']), random.int(0, 1)];
  });
  const input = { at: [[90]], steps, servers: 2 };
  expect(await evaluate(play, input)).toEqual(await reference.evaluate(play, input));
});
