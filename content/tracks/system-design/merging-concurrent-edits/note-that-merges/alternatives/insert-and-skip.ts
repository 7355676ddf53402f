// The text as a list with tombstones; merging puts each new letter behind the one it follows, past those that are newer.
type Letter = { id: [number, string]; after: [number, string] | null; letter: string; gone: boolean };
type Note = Letter[];

const same = (a: [number, string] | null, b: [number, string] | null) =>
  a === b || (a !== null && b !== null && a[0] === b[0] && a[1] === b[1]);
const isNewer = (a: [number, string], b: [number, string]) => a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);

export const createNote = (): Note => [];

function integrate(note: Note, letter: Letter) {
  const known = note.find(({ id }) => same(id, letter.id));
  if (known) {
    known.gone ||= letter.gone;
    return;
  }
  let at = note.findIndex(({ id }) => same(id, letter.after)) + 1;
  while (at < note.length && isNewer(note[at].id, letter.id)) at++;
  note.splice(at, 0, letter);
}

export function insertAt(note: Note, device: string, index: number, text: string): Note {
  let after = note.filter(({ gone }) => !gone)[index - 1]?.id ?? null;
  for (const letter of text) {
    const id: [number, string] = [1 + note.reduce((most, { id: [number] }) => Math.max(most, number), 0), device];
    integrate(note, { id, after, letter, gone: false });
    after = id;
  }
  return note;
}

export function deleteAt(note: Note, _device: string, index: number, count: number): Note {
  for (const letter of note.filter(({ gone }) => !gone).slice(index, index + count)) letter.gone = true;
  return note;
}

export function merge(a: Note, b: Note): Note {
  for (const letter of b) integrate(a, letter);
  return a;
}

export const textOf = (note: Note): string => note.map(({ gone, letter }) => (gone ? '' : letter)).join('');
