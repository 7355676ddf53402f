type Step =
  | { device: string; insert: string; at: number }
  | { device: string; delete: number; at: number }
  | { device: string; gets: string };
/** Names letters instead of indexes: `after` is a letter or '' for the beginning. */
type NamedStep =
  | { device: string; insert: string; after: string }
  | { device: string; erase: string }
  | { device: string; gets: string };

/** Carries out the steps and returns the text of the step's device before and after each. A state goes through JSON after each call. */
const play = {
  ts: ({ createNote, insertAt, deleteAt, merge, textOf }, steps) => {
    const notes = new Map<string, string>();
    const read = (device: string) => JSON.parse(notes.get(device) ?? JSON.stringify(createNote()));
    const texts: [string, string][] = [];
    for (const step of steps) {
      const note = read(step.device);
      const before: string = textOf(read(step.device));
      // A letter that was lost ends the play; the step that lost it is found in the texts.
      if (!before.includes(step.after ?? step.erase ?? '')) break;
      const at = step.at ?? (step.erase ? before.indexOf(step.erase) : step.after ? before.indexOf(step.after) + 1 : 0);
      const after =
        'insert' in step
          ? insertAt(note, step.device, at, step.insert)
          : 'gets' in step
            ? merge(note, read(step.gets))
            : deleteAt(note, step.device, at, step.delete ?? 1);
      notes.set(step.device, JSON.stringify(after));
      texts.push([before, textOf(read(step.device))]);
    }
    return texts;
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
            before = solution.text_of(read(device))
            # A letter that was lost ends the play; the step that lost it is found in the texts.
            if step.get("after", step.get("erase", "")) not in before:
                break
            if "at" in step:
                at = step["at"]
            elif "erase" in step:
                at = before.index(step["erase"])
            elif step.get("after"):
                at = before.index(step["after"]) + 1
            else:
                at = 0
            if "insert" in step:
                after = solution.insert_at(note, device, at, step["insert"])
            elif "gets" in step:
                after = solution.merge(note, read(step["gets"]))
            else:
                after = solution.delete_at(note, device, at, step.get("delete", 1))
            notes[device] = json.dumps(after)
            texts.append([before, solution.text_of(read(device))])
        return texts
  `,
};

const type = (device: string, at: number, insert: string): Step => ({ device, insert, at });
const erase = (device: string, at: number, count: number): Step => ({ device, delete: count, at });
const gets = (device: string, from: string): Step => ({ device, gets: from });

async function texts(evaluate: Fixtures['evaluate'], steps: Step[]): Promise<string[]> {
  const seen: [string, string][] = await evaluate(play, steps);
  return seen.map(([, after]) => after);
}

test('keeps the place of what was put beside a letter that another device deleted', async ({ evaluate }) => {
  const seen = await texts(evaluate, [
    type('a', 0, 'one two three'),
    gets('b', 'a'),
    erase('a', 4, 4),
    type('b', 6, '-W-'),
    gets('a', 'b'),
    gets('b', 'a'),
  ]);
  expect(seen.slice(-2)).toEqual(['one -W-three', 'one -W-three']);
});

test('lets a device write again after it has deleted what it wrote', async ({ evaluate }) => {
  const seen = await texts(evaluate, [
    type('a', 0, 'old'),
    gets('b', 'a'),
    erase('a', 0, 3),
    gets('b', 'a'),
    type('a', 0, 'new'),
    gets('b', 'a'),
    gets('a', 'b'),
  ]);
  expect(seen.slice(3)).toEqual(['', 'new', 'new', 'new']);
});

test('merges empty notes, and a note with an empty one', async ({ evaluate }) => {
  const seen = await texts(evaluate, [gets('a', 'b'), type('a', 0, 'x'), gets('a', 'b'), gets('b', 'a')]);
  expect(seen).toEqual(['', 'x', 'x', 'x']);
});

/** The first thing that is wrong with the texts, in words, or null. */
function problem(steps: NamedStep[], seen: [string, string][]): string | null {
  const inserted = new Map<string, Set<string>>();
  const erased = new Map<string, Set<string>>();
  const of = (sets: typeof inserted, device: string) => sets.get(device) ?? sets.set(device, new Set()).get(device)!;
  const shown: string[] = [];

  for (const [i, step] of steps.entries()) {
    const [before, after] = seen[i] ?? ['', ''];
    const { device } = step;
    if ('insert' in step) {
      const at = step.after === '' ? 0 : before.indexOf(step.after) + 1;
      const expected = before.slice(0, at) + step.insert + before.slice(at);
      if (after !== expected) return `step ${i}: ${step.insert} at ${at} in "${before}" gave "${after}"`;
      for (const letter of step.insert) of(inserted, device).add(letter);
    } else if ('erase' in step) {
      if (after !== before.replace(step.erase, ''))
        return `step ${i}: "${before}" without ${step.erase} gave "${after}"`;
      of(erased, device).add(step.erase);
    } else {
      for (const letter of of(inserted, step.gets)) of(inserted, device).add(letter);
      for (const letter of of(erased, step.gets)) of(erased, device).add(letter);
      const expected = [...of(inserted, device)].filter((letter) => !of(erased, device).has(letter)).sort();
      if ([...after].sort().join('') !== expected.join('')) {
        return `step ${i}: after ${device} got the note of ${step.gets}, its text "${after}" has other letters than ${expected.join('')}`;
      }
    }
    shown.push(after);
  }
  const latest = [...new Set(shown)];
  for (const [i, one] of latest.entries()) {
    for (const other of latest.slice(0, i)) {
      const common = [...other].filter((letter) => one.includes(letter)).join('');
      const here = [...one].filter((letter) => other.includes(letter)).join('');
      if (common !== here) return `letters changed their order: "${other}" was seen, and "${one}" as well`;
    }
  }
  return null;
}

test('keeps all promises through random edits and merges of three devices', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 6; round++) {
    const devices = random.shuffle(['a', 'b', 'c']);
    // What each device's text must hold, so that steps can name letters that are there.
    const has = new Map(devices.map((device) => [device, { inserted: new Set<string>(), erased: new Set<string>() }]));
    const present = (device: string) =>
      [...has.get(device)!.inserted].filter((letter) => !has.get(device)!.erased.has(letter));
    let made = 0;
    const steps: NamedStep[] = [];
    const meet = (device: string, other: string) => {
      steps.push({ device, gets: other });
      for (const letter of has.get(other)!.inserted) has.get(device)!.inserted.add(letter);
      for (const letter of has.get(other)!.erased) has.get(device)!.erased.add(letter);
    };
    for (let i = 0; i < 36; i++) {
      const device = random.pick(devices);
      const letters = present(device);
      const kind = random.int(1, 10);
      if (kind <= 5 || letters.length === 0) {
        const insert = Array.from({ length: random.int(1, 3) }, () => String.fromCharCode(0x100 + made++)).join('');
        steps.push({ device, insert, after: random.pick(['', ...letters]) });
        for (const letter of insert) has.get(device)!.inserted.add(letter);
      } else if (kind <= 7) {
        const letter = random.pick(letters);
        steps.push({ device, erase: letter });
        has.get(device)!.erased.add(letter);
      } else {
        meet(device, random.pick(devices));
      }
    }
    const [first, second, third] = devices;
    meet(first, second);
    meet(first, third);
    meet(third, second);
    meet(third, first);
    meet(second, third);
    const seen: [string, string][] = await evaluate(play, steps);
    const right: [string, string][] = await reference.evaluate(play, steps);
    expect(problem(steps, seen), 'The first promise that is broken').toBeNull();
    const ends = [seen.at(-4), seen.at(-2), seen.at(-1)].map((texts) => texts?.[1]);
    expect(new Set(ends).size, `Different texts in the end: ${JSON.stringify(ends)}`).toBe(1);
    const lettersOf = (texts: [string, string] | undefined) => [...(texts?.[1] ?? '')].sort().join('');
    expect(lettersOf(seen.at(-1)), 'The letters in the end').toBe(lettersOf(right.at(-1)));
  }
});
