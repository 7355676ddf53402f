/** A text with a selection, as a textarea has it: offsets in UTF-16 units. */
export type EditedText = { text: string; start: number; end: number };

/** Replace `from`…`to` by `insert`, then select `start`…`end` of the result. */
export type TextEdit = { from: number; to: number; insert: string; start: number; end: number };

const step = '  ';

/** Tab: two spaces at the cursor, or one step for every line that the selection touches. */
export function indent(edited: EditedText): TextEdit {
  const { text, start, end } = edited;
  if (!text.slice(start, end).includes('\n')) return insertion(start, end, step);
  return eachLine(edited, (line) => (line === '' ? '' : step + line));
}

/** Shift+Tab: one step less for every line that the selection touches. */
export function outdent(edited: EditedText): TextEdit {
  return eachLine(edited, (line) => line.replace(/^(?: {1,2}|\t)/, ''));
}

/** Enter: keeps the indent, one step deeper after an opening bracket; a closing one right behind moves to its own line. */
export function newLine({ text, start, end }: EditedText): TextEdit {
  const line = text.slice(lineStart(text, start), start);
  const margin = /^[ \t]*/.exec(line)?.[0] ?? '';
  const opens = /[([{]\s*$/.test(line);
  const inner = `\n${margin}${opens ? step : ''}`;
  const closes = opens && /^[ \t]*[)\]}]/.test(text.slice(end));
  const insert = closes ? `${inner}\n${margin}` : inner;
  return { from: start, to: end, insert, start: start + inner.length, end: start + inner.length };
}

/** A closing bracket typed on a line of nothing but space goes one step back; null leaves the key alone. */
export function closingBracket({ text, start, end }: EditedText, bracket: string): TextEdit | null {
  const from = lineStart(text, start);
  const margin = text.slice(from, start);
  if (!/^[ \t]+$/.test(margin)) return null;
  const insert = margin.replace(/(?: {1,2}|\t)$/, '') + bracket;
  return { from, to: end, insert, start: from + insert.length, end: from + insert.length };
}

/** The offset of a line and column, both from 1; beyond the end it is the end. */
export function offsetOf(text: string, line: number, column = 1): number {
  const before = text.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, each) => sum + each.length + 1, 0);
  const end = text.indexOf('\n', start);
  return Math.min(start + column - 1, end === -1 ? text.length : end);
}

function insertion(start: number, end: number, insert: string): TextEdit {
  return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length };
}

function eachLine({ text, start, end }: EditedText, change: (line: string) => string): TextEdit {
  const from = lineStart(text, start);
  // A selection that ends at the start of a line does not include that line.
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const stop = text.indexOf('\n', last);
  const to = stop === -1 ? text.length : stop;
  const before = text.slice(from, to).split('\n');
  const after = before.map(change);
  const insert = after.join('\n');
  const firstShift = after[0]!.length - before[0]!.length;
  return {
    from,
    to,
    insert,
    start: Math.max(from, start + firstShift),
    end: Math.max(from, end + insert.length - (to - from)),
  };
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
