test('finds both bases of a criss-cross merge', async ({ call }) => {
  // Each side merged the other's first commit: B and C are both common, and neither is an ancestor of the other.
  const parents = { A: [], C: ['A'], B: ['A'], D: ['B', 'C'], E: ['C', 'B'] };
  expect(await call('mergeBases', parents, 'D', 'E')).toEqual(['B', 'C']);
});

test('handles a history of 20,000 commits in one line', async ({ evaluate }) => {
  const bases = await evaluate({
    ts: ({ mergeBases }) => {
      const parents: Record<string, string[]> = { c0: [] };
      for (let i = 1; i < 20_000; i++) parents[`c${i}`] = [`c${i - 1}`];
      parents['side'] = ['c10000'];
      return mergeBases(parents, 'c19999', 'side');
    },
    py: `
      def drive(solution):
          parents = {"c0": [], "side": ["c10000"]}
          for i in range(1, 20_000):
              parents[f"c{i}"] = [f"c{i - 1}"]
          return solution.merge_bases(parents, "c19999", "side")
    `,
  });
  expect(bases).toEqual(['c10000']);
});

test('agrees with the reference on a random history', async ({ call, reference, random }) => {
  const ids = Array.from({ length: 30 }, (_, i) => `c${String(i).padStart(2, '0')}`);
  const parents = Object.fromEntries(
    ids.map((id, i) => {
      const count = i === 0 ? 0 : random.int(1, 2);
      return [id, [...new Set(Array.from({ length: count }, () => ids[random.int(Math.max(0, i - 6), i - 1)]!))]];
    }),
  );
  const [a, b] = [random.pick(ids), random.pick(ids)];
  expect(await call('mergeBases', parents, a, b)).toEqual(await reference.call('mergeBases', parents, a, b));
});
