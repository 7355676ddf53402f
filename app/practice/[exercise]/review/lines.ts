/** Lines that are chosen: from where the choice began to where it is now, in either direction. */
export type Selection = { anchor: number; head: number };

export type Lines = { from: number; to: number };

export function linesOf({ anchor, head }: Selection): Lines {
  return { from: Math.min(anchor, head), to: Math.max(anchor, head) };
}

export function lineWords({ from, to }: Lines): string {
  return from === to ? `line ${from}` : `lines ${from} to ${to}`;
}

export function holds({ from, to }: Lines, line: number): boolean {
  return from <= line && line <= to;
}

/** Where a key takes the choice; null for a key that has nothing to do with lines. Shift keeps the beginning. */
export function moved(selection: Selection | null, key: string, shift: boolean, lineCount: number): Selection | null {
  const at = selection?.head ?? 0;
  const targets: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + 10,
    PageUp: at - 10,
    Home: 1,
    End: lineCount,
  };
  const target = targets[key];
  if (target === undefined) return null;
  const head = Math.min(Math.max(target, 1), lineCount);
  return { anchor: shift && selection ? selection.anchor : head, head };
}
