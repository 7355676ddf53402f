import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '../../../app/review/anki/csv.ts';
import { ankiFile } from '../../../app/review/anki/notes.ts';
import { plainHtml } from '../../../app/review/anki/plain-html.ts';

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
    '#separator:Comma\n#html:true\n#notetype:Basic\n#columns:Front,Back,Tags\n#tags column:3\n' +
      '<p>One</p>,"<p>Two, or three</p>",underpin::api-design mid\r\n',
  );
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
