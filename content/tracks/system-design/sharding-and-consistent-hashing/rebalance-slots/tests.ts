/** What is wrong with a table, and how many slots changed; `least` is the smallest number that is possible. */
function judge(owners: (string | null)[], machines: string[], result: string[]) {
  const count = (list: (string | null)[], name: string) => list.filter((owner) => owner === name).length;
  const sizes = machines.map((name) => count(result, name));
  const quota = Math.floor(owners.length / machines.length);
  const larger = owners.length % machines.length;
  // min(held, quota) stay with each machine, and one more with up to `larger` of those that hold more than that.
  const held = machines.map((name) => count(owners, name));
  const stay = held.reduce((sum, h) => sum + Math.min(h, quota), 0);
  const more = Math.min(larger, held.filter((h) => h > quota).length);
  return {
    slots: result.length,
    strangers: result.filter((owner) => !machines.includes(owner)),
    spread: Math.max(...sizes) - Math.min(...sizes) <= 1 ? 'at most 1' : JSON.stringify(sizes),
    changed: result.filter((owner, slot) => owner !== owners[slot]).length,
    least: owners.length - stay - more,
  };
}

function expectGood(owners: (string | null)[], machines: string[], result: string[]) {
  const { least, ...verdict } = judge(owners, machines, result);
  expect(verdict).toEqual({ slots: owners.length, strangers: [], spread: 'at most 1', changed: least });
}

const letters = (text: string) => [...text].map((letter) => (letter === '-' ? null : letter));

test('balances the table of the example with three changes', async ({ call }) => {
  const owners = letters('aaaab-');
  const result = await call('rebalance', owners, ['a', 'b', 'c']);
  expectGood(owners, ['a', 'b', 'c'], result);
  expect(judge(owners, ['a', 'b', 'c'], result).changed).toBe(3);
});

test('changes nothing when the table is balanced', async ({ call }) => {
  for (const [table, machines] of [
    ['abcabcab', 'abc'],
    ['cbacbacb', 'abc'],
    ['bbaa', 'ab'],
  ] as const) {
    expect(await call('rebalance', [...table], [...machines])).toEqual([...table]);
  }
});

test('gives the slots of a machine that is gone to the others', async ({ call }) => {
  const owners = letters('abcabcabcabc');
  expectGood(owners, ['a', 'c'], await call('rebalance', owners, ['a', 'c']));
  expectGood(owners, ['x', 'y'], await call('rebalance', owners, ['x', 'y']));
});

test('gives a new machine its share, and moves nothing else', async ({ call }) => {
  const owners = letters('aaaabbbbcccc');
  expectGood(owners, [...'abcd'], await call('rebalance', owners, [...'abcd']));
});

test('leaves the slot that is left over with a machine that has it', async ({ call }) => {
  // 7 slots for three machines: 3, 2 and 2. Only if c has the 3, one slot is enough.
  const owners = letters('aabcccc');
  expectGood(owners, [...'abc'], await call('rebalance', owners, [...'abc']));
});
