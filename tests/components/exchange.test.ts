import { expect, test } from 'vitest';
import { prettyJson, statusLine, Transcript } from '#components/exchange';
import type { Exchange } from '#lib/verdict';
import { htmlOf, wordsOf } from './render.ts';

const made: Exchange = {
  request: { method: 'POST', path: '/orders', headers: [['content-type', 'application/json']], body: '{"sku":"A"}' },
  response: { status: 201, headers: [['location', '/orders/7']], body: '{"id":7}' },
  statements: [
    { text: 'insert into orders (sku) values ($1)', parameters: ["'A'"], rowCount: 1 },
    { text: 'select * from ordrs', parameters: [], rowCount: null, error: 'relation "ordrs" does not exist' },
  ],
};
const silent: Exchange = { ...made, response: null, statements: [] };

test('a transcript shows both messages whole', () => {
  const words = wordsOf(Transcript, { exchanges: [made] });
  expect(words).toContain('POST /orders');
  expect(words).toContain('201 Created');
  expect(words).toContain('content-type: application/json');
  expect(words).toContain('location: /orders/7');
  expect(words).toContain('"sku": "A"');
});

test('statements are shown with their parameters and what became of them', () => {
  const words = wordsOf(Transcript, { exchanges: [made] });
  expect(words).toContain('2 statements to the database');
  expect(words).toContain("$1 = 'A' 1 row");
  expect(words).toContain('relation "ordrs" does not exist');
});

test('the last exchange is open, those before are folded', () => {
  const html = htmlOf(Transcript, { exchanges: [made, silent] });
  expect(html.match(/<details open="">/g)).toHaveLength(1);
  expect(html.lastIndexOf('<details open="">')).toBeGreaterThan(html.indexOf('201 Created'));
});

test('a service that gave no answer is said to have given none', () => {
  expect(wordsOf(Transcript, { exchanges: [silent] })).toContain('The service gave no answer.');
});

test('JSON is laid out unless a value would change by it', () => {
  expect(prettyJson('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(prettyJson('{"id":12345678901234567890}')).toBe('{"id":12345678901234567890}');
  expect(prettyJson('<p>no</p>')).toBe('<p>no</p>');
});

test('a status without a known name is its number', () => {
  expect(statusLine(422)).toBe('422 Unprocessable Content');
  expect(statusLine(299)).toBe('299');
});
