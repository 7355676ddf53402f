type Note = { text: string };

export function createNote(): Note {
  return { text: '' };
}

export function insertAt(note: Note, device: string, index: number, text: string): Note {
  return { text: note.text.slice(0, index) + text + note.text.slice(index) };
}

export function deleteAt(note: Note, device: string, index: number, count: number): Note {
  return { text: note.text.slice(0, index) + note.text.slice(index + count) };
}

export function merge(a: Note, b: Note): Note {
  return a;
}

export function textOf(note: Note): string {
  return note.text;
}
