// caught by: lets a device write again after it has deleted what it wrote
/** A letter that was typed once. It is never removed, since others may refer to it; `isDeleted` hides it. */
type Letter = { number: number; device: string; after: string | null; letter: string; isDeleted: boolean };
type Note = Record<string, Letter>;
type Placed = Letter & { id: string };

const idOf = ({ number, device }: Pick<Letter, 'number' | 'device'>) => `${number}@${device}`;

/** All letters in the order of the text: each before those that were put after it, and of these the newest first. */
function ordered(note: Note): Placed[] {
  const children = new Map<string | null, Placed[]>();
  for (const [id, letter] of Object.entries(note)) {
    const siblings = children.get(letter.after);
    if (siblings) siblings.push({ ...letter, id });
    else children.set(letter.after, [{ ...letter, id }]);
  }
  // A stack gives back last what was put on it first, so the newest goes on it last.
  const oldestFirst = (a: Placed, b: Placed) => a.number - b.number || (a.device < b.device ? -1 : 1);
  const stack = [...(children.get(null) ?? [])].sort(oldestFirst);
  const all: Placed[] = [];
  for (let next = stack.pop(); next; next = stack.pop()) {
    all.push(next);
    stack.push(...(children.get(next.id) ?? []).sort(oldestFirst));
  }
  return all;
}

const visible = (note: Note) => ordered(note).filter(({ isDeleted }) => !isDeleted);

export function createNote(): Note {
  return {};
}

export function insertAt(note: Note, device: string, index: number, text: string): Note {
  const inserted = { ...note };
  let after = index === 0 ? null : visible(note)[index - 1].id;
  let number = visible(note).length;
  for (const letter of text) {
    const id = idOf({ number: ++number, device });
    inserted[id] = { number, device, after, letter, isDeleted: false };
    after = id;
  }
  return inserted;
}

export function deleteAt(note: Note, device: string, index: number, count: number): Note {
  const doomed = visible(note).slice(index, index + count);
  return { ...note, ...Object.fromEntries(doomed.map(({ id }) => [id, { ...note[id], isDeleted: true }])) };
}

export function merge(a: Note, b: Note): Note {
  const merged = { ...a };
  for (const [id, letter] of Object.entries(b)) {
    merged[id] = { ...letter, isDeleted: letter.isDeleted || (a[id]?.isDeleted ?? false) };
  }
  return merged;
}

export function textOf(note: Note): string {
  return visible(note)
    .map(({ letter }) => letter)
    .join('');
}
