// Fugue: a letter is a right child of the one before it or, where that place is taken, a left child of the one behind it.
type Node = { id: string; parent: string; side: 'left' | 'right'; letter: string };
type Note = { nodes: Node[]; deleted: string[]; made: Record<string, number> };

export function createNote(): Note {
  return { nodes: [], deleted: [], made: {} };
}

function inOrder({ nodes }: Note): Node[] {
  const all: Node[] = [];
  const childrenOf = (parent: string, side: Node['side']) =>
    nodes.filter((node) => node.parent === parent && node.side === side).sort((a, b) => (a.id < b.id ? -1 : 1));
  function visit(id: string, node?: Node) {
    for (const child of childrenOf(id, 'left')) visit(child.id, child);
    if (node) all.push(node);
    for (const child of childrenOf(id, 'right')) visit(child.id, child);
  }
  visit('root');
  return all;
}

export function insertAt(note: Note, device: string, index: number, text: string): Note {
  const all = inOrder(note);
  const shown = all.filter(({ id }) => !note.deleted.includes(id));
  const left = index === 0 ? undefined : shown[index - 1];
  const behind = all[left ? all.indexOf(left) + 1 : 0];
  const leftId = left?.id ?? 'root';
  const isTaken = note.nodes.some(({ parent, side }) => parent === leftId && side === 'right');
  let parent = isTaken && behind ? behind.id : leftId;
  let side: Node['side'] = isTaken && behind ? 'left' : 'right';
  for (const letter of text) {
    note.made[device] = (note.made[device] ?? 0) + 1;
    const id = `${device}:${note.made[device]}`;
    note.nodes.push({ id, parent, side, letter });
    parent = id;
    side = 'right';
  }
  return note;
}

export function deleteAt(note: Note, _device: string, index: number, count: number): Note {
  const shown = inOrder(note).filter(({ id }) => !note.deleted.includes(id));
  note.deleted.push(...shown.slice(index, index + count).map(({ id }) => id));
  return note;
}

export function merge(a: Note, b: Note): Note {
  const known = new Set(a.nodes.map(({ id }) => id));
  const made = { ...a.made };
  for (const [device, count] of Object.entries(b.made)) made[device] = Math.max(made[device] ?? 0, count);
  return {
    nodes: [...a.nodes, ...b.nodes.filter(({ id }) => !known.has(id))],
    deleted: [...new Set([...a.deleted, ...b.deleted])],
    made,
  };
}

export function textOf(note: Note): string {
  return inOrder(note)
    .filter(({ id }) => !note.deleted.includes(id))
    .map(({ letter }) => letter)
    .join('');
}
