import { diffLines } from 'diff';

/** A line of a comparison with its number on either side, or a run of lines that are the same and left out. */
export type DiffRow =
  | { kind: 'same' | 'added' | 'removed'; before: number | null; after: number | null; text: string }
  | { kind: 'left-out'; count: number };

/** Comparing long texts is cut short rather than letting a page hang: then everything counts as changed. */
const diffMsMax = 500;
/** Lines that are the same, shown on either side of a change. */
const contextLines = 3;

/** How `after` came out of `before`, line by line; long runs without a change are left out. */
export function diffRows(before: string, after: string): DiffRow[] {
  const changes = diffLines(ended(before), ended(after), { timeout: diffMsMax }) ?? [
    { value: ended(before), removed: true, added: false, count: 0 },
    { value: ended(after), removed: false, added: true, count: 0 },
  ];
  let left = 0;
  let right = 0;
  const rows = changes.flatMap(({ value, added, removed }) =>
    linesOf(value).map((text): DiffRow => {
      if (added) return { kind: 'added', before: null, after: (right += 1), text };
      if (removed) return { kind: 'removed', before: (left += 1), after: null, text };
      return { kind: 'same', before: (left += 1), after: (right += 1), text };
    }),
  );
  return withoutLongRuns(rows);
}

/** `2 lines added, 1 removed`, in the words of a heading. */
export function diffSummary(rows: DiffRow[]): string {
  const count = (kind: DiffRow['kind']) => rows.filter((row) => row.kind === kind).length;
  const [added, removed] = [count('added'), count('removed')];
  if (added + removed === 0) return 'No difference';
  const lines = (number: number) => (number === 1 ? '1 line' : `${number} lines`);
  if (removed === 0) return `${lines(added)} added`;
  if (added === 0) return `${lines(removed)} removed`;
  return `${lines(added)} added, ${removed} removed`;
}

function withoutLongRuns(rows: DiffRow[]): DiffRow[] {
  const isNear = (index: number) =>
    rows.slice(Math.max(0, index - contextLines), index + contextLines + 1).some(({ kind }) => kind !== 'same');
  return rows.reduce<DiffRow[]>((shown, row, index) => {
    if (isNear(index)) return [...shown, row];
    const last = shown.at(-1);
    if (last?.kind === 'left-out') return [...shown.slice(0, -1), { kind: 'left-out', count: last.count + 1 }];
    return [...shown, { kind: 'left-out', count: 1 }];
  }, []);
}

/** A missing line feed at the very end is no difference that anybody means. */
function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function linesOf(value: string): string[] {
  return value === '' ? [] : value.slice(0, -1).split('\n');
}
