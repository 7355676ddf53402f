import { expect, test } from 'vitest';
import {
  closingBracket,
  indent,
  newLine,
  offsetOf,
  outdent,
  pythonIndent,
  type EditedText,
  type TextEdit,
} from '#lib/code-indent';

/** `|` marks the cursor, two of them a selection. */
function at(marked: string): EditedText {
  const start = marked.indexOf('|');
  const end = marked.lastIndexOf('|');
  return { text: marked.replaceAll('|', ''), start, end: end === start ? start : end - 1 };
}

function after({ text }: EditedText, edit: TextEdit): string {
  const next = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  const marks = edit.start === edit.end ? [edit.start] : [edit.end, edit.start];
  return marks.reduce((marked, offset) => `${marked.slice(0, offset)}|${marked.slice(offset)}`, next);
}

const edited = (change: (edited: EditedText) => TextEdit, marked: string) => after(at(marked), change(at(marked)));

test('Tab puts two spaces where the cursor is', () => {
  expect(edited(indent, 'a|b')).toBe('a  |b');
});

test('Tab moves every line of a selection, and keeps it selected', () => {
  expect(edited(indent, 'one\nt|wo\nth|ree')).toBe('one\n  t|wo\n  th|ree');
});

test('a selection that ends at the start of a line leaves that line alone', () => {
  expect(edited(indent, '|one\ntwo\n|three')).toBe('  |one\n  two\n|three');
});

test('Shift+Tab takes back at most one step of each line', () => {
  expect(edited(outdent, '    on|e\n two|')).toBe('  on|e\ntwo|');
});

test('Enter keeps the indent of the line', () => {
  expect(edited(newLine, '  a();|')).toBe('  a();\n  |');
});

test('Enter after an opening bracket goes deeper, and moves the closing one to its own line', () => {
  expect(edited(newLine, '  if (x) {|}')).toBe('  if (x) {\n    |\n  }');
});

test('Enter at the very start of the text adds nothing but a line', () => {
  expect(edited(newLine, '|\na')).toBe('\n|\na');
});

test('a closing bracket on an empty line goes one step back', () => {
  expect(after(at('  {\n    |'), closingBracket(at('  {\n    |'), '}')!)).toBe('  {\n  }|');
  expect(closingBracket(at('  a[1|'), ']')).toBeNull();
});

test('Python is indented by four, and deeper after a colon', () => {
  const python = (change: typeof indent, marked: string) => after(at(marked), change(at(marked), pythonIndent));
  expect(python(indent, '|x = 1')).toBe('    |x = 1');
  expect(python(outdent, '      ret|urn')).toBe('  ret|urn');
  expect(python(newLine, 'def add(a, b):|')).toBe('def add(a, b):\n    |');
  expect(edited(newLine, 'case 1:|')).toBe('case 1:\n|');
  expect(after(at('    |'), closingBracket(at('    |'), ']', pythonIndent)!)).toBe(']|');
});

test('a place beyond the end of its line is the end of that line', () => {
  expect(offsetOf('ab\ncd', 2, 1)).toBe(3);
  expect(offsetOf('ab\ncd', 1, 99)).toBe(2);
  expect(offsetOf('ab\ncd', 9, 1)).toBe(5);
});
