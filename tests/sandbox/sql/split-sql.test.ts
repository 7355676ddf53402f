import { expect, test } from 'vitest';
import { charactersBefore, splitParts, splitStatements } from '#sandbox/sql/split-sql';

const texts = (source: string) => splitStatements(source).map(({ text }) => text);

test.each([
  ['statements', 'select 1; select 2;\nselect 3', ['select 1', 'select 2', 'select 3']],
  ['nothing at all', ' -- a comment;\n/* ; /* nested; */ ; */ ;;', []],
  [
    'texts and names',
    `select ';' as "a;b"; select E'\\';', 'it''s;'`,
    [`select ';' as "a;b"`, `select E'\\';', 'it''s;'`],
  ],
  [
    'dollar quotes',
    'do $$ begin null; end $$; do $x$ $$; $x$; select $1; select 2',
    ['do $$ begin null; end $$', 'do $x$ $$; $x$', 'select $1', 'select 2'],
  ],
  [
    'a body of the standard',
    'create function f() returns int begin atomic select case when true then 1 end; select 2; end; select 3',
    ['create function f() returns int begin atomic select case when true then 1 end; select 2; end', 'select 3'],
  ],
  ['a transaction', 'begin; select 1; end;', ['begin', 'select 1', 'end']],
  ['what is not closed', "select 'x; select 2", ["select 'x; select 2"]],
])('splits %s', (_name, source, expected) => {
  expect(texts(source)).toEqual(expected);
});

test('a statement knows where it begins, behind the comments before it', () => {
  const source = '-- one;\n select 1; -- two\nselect 2';
  expect(splitStatements(source).map(({ start }) => source.slice(start, start + 8))).toEqual(['select 1', 'select 2']);
});

test('parts begin with a marker on a line of its own, and nowhere else', () => {
  const source = `select 0; -- part: no
-- part: read
select '
-- part: neither
', $$
-- part: nor this
$$; /*
-- part: hidden */
  --part:   write it
select 2;`;
  const parts = splitParts(source);
  expect(parts.map(({ name }) => name)).toEqual(['', 'read', 'write it']);
  expect(parts.map(({ text }) => splitStatements(text).length)).toEqual([1, 1, 1]);
  for (const { text, start } of parts) expect(source.slice(start, start + text.length)).toBe(text);
});

test('a place is counted in characters, as PostgreSQL does', () => {
  expect(charactersBefore('😀é select', 4)).toBe(3);
});
