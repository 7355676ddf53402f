import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '../../../app/review/anki/csv.ts';
import { ankiFile } from '../../../app/review/anki/notes.ts';
import { plainHtml } from '../../../app/review/anki/plain-html.ts';
import { importedByAnki } from './anki-import.ts';

/** Reads what RFC 4180 describes, by its grammar. */
function rowsIn(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) throw new Error('this is no CSV');
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

test('quotes, separators and line breaks stand in quotes, and quotes are doubled', () => {
  expect(csvOf([['plain', 'a,b', 'say "so"', 'two\nlines', 'two\r\nlines', '']])).toBe(
    'plain,"a,b","say ""so""","two\nlines","two\r\nlines",\r\n',
  );
});

test('a field that begins as a comment of Anki’s is no comment, and a formula is left as it is', () => {
  expect(csvOf([['#include', '=1+1', '@sum', ' edge ']])).toBe('"#include",=1+1,@sum," edge "\r\n');
});

test('whatever the fields hold, they are read back as they were', () => {
  const anything = fc.array(
    fc.array(fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '#', ' ', ';', 'ä', '<') }), {
      minLength: 3,
      maxLength: 3,
    }),
  );
  fc.assert(fc.property(anything, (rows) => void expect(rowsIn(csvOf(rows))).toEqual(rows)));
});

test('a file says how it is to be read, and a tag holds no blank', () => {
  const note = { front: '<p>One</p>', back: '<p>Two, or three</p>', tags: ['underpin::api design', 'mid'] };
  expect(ankiFile([note])).toBe(
    '#separator:Comma\n#html:true\n#notetype:Basic\n#tags column:3\n' +
      '<p>One</p>,"<p>Two, or three</p>",underpin::api-design mid\r\n',
  );
});

test('Anki reads each note as it was: two fields of HTML and its tags, whatever they hold', () => {
  const text = fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '#', ' ', ';', '\t', 'ä', '<b>', 'x') });
  const tags = fc.array(fc.constantFrom('underpin::api-design', 'mid', 'two words'), { maxLength: 3 });
  const notes = fc.array(fc.record({ front: text, back: text, tags }), { minLength: 1 });
  fc.assert(
    fc.property(notes, (given) => {
      const { headers, notes: read } = importedByAnki(ankiFile(given));
      expect(headers).toEqual({ separator: 'Comma', html: 'true', notetype: 'Basic', 'tags column': '3' });
      expect(read).toEqual(
        given.map(({ front, back, tags: of }) => ({
          fields: [front, back],
          tags: of.map((tag) => tag.replace(' ', '-')),
        })),
      );
    }),
  );
});

test('the rules by which it is read are those of the manual’s own examples', () => {
  const file = (rows: string) => importedByAnki(`#separator:;\n${rows}`).notes.map(({ fields }) => fields);
  expect(file('hello;"this is\na two line answer"\ntwo;this is a one line field\n')).toEqual([
    ['hello', 'this is\na two line answer'],
    ['two', 'this is a one line field'],
  ]);
  expect(file('"this includes a ; (semicolon)";another field')).toEqual([
    ['this includes a ; (semicolon)', 'another field'],
  ]);
  expect(file('field one;"field two with ""escaped quotes"" inside it"')).toEqual([
    ['field one', 'field two with "escaped quotes" inside it'],
  ]);
  expect(file('# this is a comment and is ignored\nfoo bar;bar baz;baz quux\nfield1;field2\n')).toEqual([
    ['foo bar', 'bar baz', 'baz quux'],
    ['field1', 'field2', ''],
  ]);
});

test('HTML loses what only our pages can show, keeps its text, and its links lead back here', () => {
  const html =
    '<p class="x">A <a class="y" href="/learn/a" title="a > b">lesson</a>, <a href="https://www.rfc-editor.org/rfc/rfc9110">a source</a></p>' +
    '<pre class="shiki" tabindex="0"><code><span style="--s:1">select</span> 1 &lt; 2</code></pre>' +
    '<figure><svg viewBox="0 0 1 1"><text>drawn</text></svg><figcaption>Said</figcaption></figure><button type="button">Copy</button>';
  expect(plainHtml(html, 'https://learn.example.org/')).toBe(
    '<p>A <a href="https://learn.example.org/learn/a">lesson</a>, <a href="https://www.rfc-editor.org/rfc/rfc9110">a source</a></p>' +
      '<pre><code>select 1 &lt; 2</code></pre>Said',
  );
});

test('a link to another place of the same page is text: in Anki there is no such place', () => {
  expect(plainHtml('<h3 id="data"><a href="#data">Data</a></h3>', 'https://learn.example.org')).toBe(
    '<h3><a>Data</a></h3>',
  );
});
