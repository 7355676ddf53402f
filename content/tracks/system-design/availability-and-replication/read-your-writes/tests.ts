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

test('answers a first read from a replica, however far behind', async ({ evaluate }) => {
  expect(await evaluate(play, { at: [[3]], steps: [['read', 'alice']] })).toEqual([['replica 0', 3]]);
});

test('passes results and rows through', async ({ evaluate }) => {
  const seen = await evaluate(async ({ createRouter }) => {
    const primary = {
      write: async (statement: string) => ({ position: 7, result: `did ${statement}` }),
      read: async () => ({ position: 7, rows: ['from the primary'] }),
    };
    const replica = { knownPosition: () => 6, read: async (query: string) => ({ position: 6, rows: [query] }) };
    const router = createRouter(primary, [replica]);
    const before = await router.read(null, 'select 1');
    const write = await router.write(before.token, 'update');
    const after = await router.read(write.token, 'select 2');
    return [before.rows, write.result, after.rows, typeof write.token];
  });
  expect(seen).toEqual([['select 1'], 'did update', ['from the primary'], 'string']);
});

test('reads its own write from the primary until a replica has it', async ({ evaluate }) => {
  const steps = [
    ['write', 'alice'],
    ['read', 'alice'],
    ['lag', 1, 101],
    ['read', 'alice'],
  ];
  expect(await evaluate(play, { at: [[100], [90]], steps })).toEqual([
    ['primary', 101],
    ['replica 1', 101],
  ]);
});

test('leaves the primary alone for those who have not written', async ({ evaluate }) => {
  const steps = [
    ['write', 'alice'],
    ['read', 'bob'],
    ['read', 'alice'],
  ];
  expect(await evaluate(play, { at: [[100]], steps })).toEqual([
    ['replica 0', 100],
    ['primary', 101],
  ]);
});

test('does not go back to a replica that is further behind than what was seen', async ({ evaluate }) => {
  const steps = [
    ['read', 'bob'],
    ['lag', 0, null],
    ['lag', 1, 40],
    ['read', 'bob'],
  ];
  expect(await evaluate(play, { at: [[60], [null]], steps })).toEqual([
    ['replica 0', 60],
    ['primary', 100],
  ]);
});

test('understands the token of another server', async ({ evaluate }) => {
  const steps = [
    ['write', 'alice', 0],
    ['read', 'alice', 1],
    ['lag', 0, 101],
    ['read', 'alice', 1],
    ['read', 'alice', 0],
  ];
  expect(await evaluate(play, { at: [[100]], steps, servers: 2 })).toEqual([
    ['primary', 101],
    ['replica 0', 101],
    ['replica 0', 101],
  ]);
});

test('asks the primary when the replica fails', async ({ evaluate }) => {
  expect(await evaluate(play, { at: [[100, 100, true]], steps: [['read', 'bob']] })).toEqual([['primary', 100]]);
});
