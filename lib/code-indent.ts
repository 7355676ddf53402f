/** A text with a selection, as a textarea has it: offsets in UTF-16 units. */
export type EditedText = { text: string; start: number; end: number };

/** Replace `from`…`to` by `insert`, then select `start`…`end` of the result. */
export type TextEdit = { from: number; to: number; insert: string; start: number; end: number };

/** How a language is indented: one step, and what at the end of a line makes the next one deeper. */
export type IndentStyle = { step: string; opens: RegExp };

export const bracketIndent: IndentStyle = { step: '  ', opens: /[([{]\s*$/ };
export const pythonIndent: IndentStyle = { step: '    ', opens: /[([{:]\s*$/ };

/** Tab: one step at the cursor, or for every line that the selection touches. */
export function indent(edited: EditedText, { step } = bracketIndent): TextEdit {
  const { text, start, end } = edited;
  if (!text.slice(start, end).includes('\n')) return insertion(start, end, step);
  return eachLine(edited, (line) => (line === '' ? '' : step + line));
}

/** Shift+Tab: one step less for every line that the selection touches. */
export function outdent(edited: EditedText, style = bracketIndent): TextEdit {
  return eachLine(edited, (line) => line.replace(stepAt('^', '', style), ''));
}

/** Enter: keeps the indent, one step deeper after what opens a block; a closing bracket right behind gets its own line. */
export function newLine({ text, start, end }: EditedText, { step, opens: opening } = bracketIndent): TextEdit {
  const line = text.slice(lineStart(text, start), start);
  const margin = /^[ \t]*/.exec(line)?.[0] ?? '';
  const opens = opening.test(line);
  const inner = `\n${margin}${opens ? step : ''}`;
  const closes = opens && /^[ \t]*[)\]}]/.test(text.slice(end));
  const insert = closes ? `${inner}\n${margin}` : inner;
  return { from: start, to: end, insert, start: start + inner.length, end: start + inner.length };
}

/** A closing bracket typed on a line of nothing but space goes one step back; null leaves the key alone. */
export function closingBracket(
  { text, start, end }: EditedText,
  bracket: string,
  style = bracketIndent,
): TextEdit | null {
  const from = lineStart(text, start);
  const margin = text.slice(from, start);
  if (!/^[ \t]+$/.test(margin)) return null;
  const insert = margin.replace(stepAt('', '$', style), '') + bracket;
  return { from, to: end, insert, start: from + insert.length, end: from + insert.length };
}

/** The offset of a line and column, both from 1; beyond the end it is the end. */
export function offsetOf(text: string, line: number, column = 1): number {
  const before = text.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, each) => sum + each.length + 1, 0);
  const end = text.indexOf('\n', start);
  return Math.min(start + column - 1, end === -1 ? text.length : end);
}

/** Up to one step of space, or a tab. */
function stepAt(before: '^' | '', behind: '$' | '', { step }: IndentStyle): RegExp {
  return new RegExp(`${before}(?: {1,${step.length}}|\t)${behind}`);
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
