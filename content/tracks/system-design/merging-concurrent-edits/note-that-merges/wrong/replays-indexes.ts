// caught by: keeps what each device wrote beside what it was put beside
type Edit = { number: number; device: string; index: number; insert: string; count: number };
type Note = Edit[];

export function createNote(): Note {
  return [];
}

const next = (note: Note) => 1 + Math.max(0, ...note.map(({ number }) => number));

export function insertAt(note: Note, device: string, index: number, text: string): Note {
  return [...note, { number: next(note), device, index, insert: text, count: 0 }];
}

export function deleteAt(note: Note, device: string, index: number, count: number): Note {
  return [...note, { number: next(note), device, index, insert: '', count }];
}

export function merge(a: Note, b: Note): Note {
  const known = new Set(a.map(({ number, device }) => `${number}@${device}`));
  return [...a, ...b.filter(({ number, device }) => !known.has(`${number}@${device}`))];
}

export function textOf(note: Note): string {
  return note
    .toSorted((a, b) => a.number - b.number || (a.device < b.device ? -1 : 1))
    .reduce((text, { index, insert, count }) => text.slice(0, index) + insert + text.slice(index + count), '');
}
