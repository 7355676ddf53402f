type Step =
  | { device: string; insert: string; at: number }
  | { device: string; delete: number; at: number }
  | { device: string; gets: string };

/** Carries out the steps and returns the text of the step's device after each. A state goes through JSON after each call. */
const play = {
  ts: ({ createNote, insertAt, deleteAt, merge, textOf }, steps) => {
    const notes = new Map<string, string>();
    const read = (device: string) => JSON.parse(notes.get(device) ?? JSON.stringify(createNote()));
    return steps.map((step) => {
      const note = read(step.device);
      const after =
        'insert' in step
          ? insertAt(note, step.device, step.at, step.insert)
          : 'delete' in step
            ? deleteAt(note, step.device, step.at, step.delete)
            : merge(note, read(step.gets));
      notes.set(step.device, JSON.stringify(after));
      return textOf(read(step.device));
    });
  },
  py: `
    def drive(solution, steps):
        import json
        notes = {}
        def read(device):
            return json.loads(notes.get(device) or json.dumps(solution.create_note()))
        texts = []
        for step in steps:
            device = step["device"]
            note = read(device)
            if "insert" in step:
                after = solution.insert_at(note, device, step["at"], step["insert"])
            elif "delete" in step:
                after = solution.delete_at(note, device, step["at"], step["delete"])
            else:
                after = solution.merge(note, read(step["gets"]))
            notes[device] = json.dumps(after)
            texts.append(solution.text_of(read(device)))
        return texts
  `,
};

const type = (device: string, at: number, insert: string): Step => ({ device, insert, at });
const erase = (device: string, at: number, count: number): Step => ({ device, delete: count, at });
const gets = (device: string, from: string): Step => ({ device, gets: from });

async function texts(evaluate: Fixtures['evaluate'], steps: Step[]): Promise<string[]> {
  return evaluate(play, steps);
}

test('writes and deletes on one device as an editor does', async ({ evaluate }) => {
  const seen = await texts(evaluate, [
    type('a', 0, 'bok'),
    type('a', 1, 'o'),
    type('a', 4, ' list'),
    type('a', 0, 'my '),
    erase('a', 3, 5),
    type('a', 3, 'wish '),
    erase('a', 0, 3),
  ]);
  expect(seen).toEqual(['bok', 'book', 'book list', 'my book list', 'my list', 'my wish list', 'wish list']);
});

test('merges the edits of two devices as in the example', async ({ evaluate }) => {
  const edits = [type('a', 0, 'milk, eggs'), gets('b', 'a'), type('a', 0, 'oat '), erase('b', 4, 6), type('b', 4, '!')];
  const seen = await texts(evaluate, [...edits, gets('a', 'b'), gets('b', 'a')]);
  expect(seen.slice(-2)).toEqual(['oat milk!', 'oat milk!']);
});

test('keeps what each device wrote beside what it was put beside', async ({ evaluate }) => {
  const seen = await texts(evaluate, [
    type('b', 0, 'call Ada about the atlas'),
    gets('a', 'b'),
    gets('c', 'b'),
    type('a', 0, 'today: '),
    type('b', 24, ' and the globe'),
    type('c', 8, ' Ling'),
    gets('a', 'b'),
    gets('a', 'c'),
    gets('c', 'b'),
    gets('c', 'a'),
  ]);
  const merged = 'today: call Ada Ling about the atlas and the globe';
  expect([seen[7], seen[9]]).toEqual([merged, merged]);
});

test('agrees in whatever order and however often states arrive', async ({ evaluate }) => {
  const edits = [
    type('a', 0, 'base'),
    gets('b', 'a'),
    gets('c', 'a'),
    type('a', 2, 'AA'),
    type('b', 2, 'BB'),
    type('c', 2, 'CC'),
    erase('c', 0, 1),
  ];
  const last = async (...merges: Step[]) => (await texts(evaluate, [...edits, ...merges])).at(-1);
  const one = await last(gets('a', 'b'), gets('a', 'c'));
  expect(one?.length, 'The length of the merged text').toBe(9);
  expect(
    {
      'b gets a, then c': await last(gets('b', 'a'), gets('b', 'c')),
      'c gets b, then a': await last(gets('c', 'b'), gets('c', 'a')),
      'a gets c and b merged': await last(gets('c', 'b'), gets('a', 'c')),
      'b gets everything twice': await last(
        gets('b', 'c'),
        gets('b', 'a'),
        gets('b', 'c'),
        gets('b', 'a'),
        gets('b', 'b'),
      ),
    },
    'What is merged elsewhere',
  ).toEqual({
    'b gets a, then c': one,
    'c gets b, then a': one,
    'a gets c and b merged': one,
    'b gets everything twice': one,
  });
});

test('does not bring back what was deleted', async ({ evaluate }) => {
  const seen = await texts(evaluate, [
    type('a', 0, 'draft one'),
    gets('b', 'a'),
    erase('a', 0, 6),
    gets('a', 'b'), // an old state, in which the letters are still there
    gets('b', 'a'),
    gets('a', 'b'),
  ]);
  expect(seen.slice(2)).toEqual(['one', 'one', 'one', 'one']);
});

test('inserts exactly at the index in a merged note too', async ({ evaluate }) => {
  const steps = [type('a', 0, 'xyz'), gets('b', 'a'), type('b', 1, 'bbbbbb'), type('a', 1, 'a'), gets('a', 'b')];
  const merged = (await texts(evaluate, steps)).at(-1)!;
  for (let at = 0; at <= merged.length; at++) {
    const [, after] = (await texts(evaluate, [...steps, type('a', at, '#')])).slice(-2);
    expect(after, `# at ${at} in ${merged}`).toBe(`${merged.slice(0, at)}#${merged.slice(at)}`);
  }
});

test('keeps two words whole that are put at the same place', async ({ evaluate }) => {
  const seen = await texts(evaluate, [
    type('a', 0, '[]'),
    gets('b', 'a'),
    type('a', 1, 'lamp'),
    type('b', 1, 'ROPE'),
    gets('a', 'b'),
    gets('b', 'a'),
  ]);
  expect(['[lampROPE]', '[ROPElamp]']).toContain(seen[4]);
  expect(seen[5], 'The text on the other device').toBe(seen[4]);
});
