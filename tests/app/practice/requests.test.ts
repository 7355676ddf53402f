import { expect, test } from 'vitest';
import {
  draftOf,
  emptyDraft,
  jsonProblem,
  problemsOf,
  requestOf,
} from '#app/practice/[exercise]/requests/request-draft';
import {
  entriesMax,
  withEntry,
  withExchanges,
  type HistoryEntry,
} from '#app/practice/[exercise]/requests/request-history';
import type { Exchange } from '#lib/verdict';

const post = { ...emptyDraft, method: 'POST', path: '/orders', body: '{"sku":"A"}' };

test('headers are one a line, their names in lower case', () => {
  const { headers } = requestOf({ ...emptyDraft, headers: 'Authorization: Bearer a:b\n\n X-Trace :  7 ' });
  expect(headers).toEqual([
    ['authorization', 'Bearer a:b'],
    ['x-trace', '7'],
  ]);
});

test('a body is sent as JSON unless a header says something else', () => {
  expect(requestOf(post).headers).toEqual([['content-type', 'application/json']]);
  expect(requestOf({ ...post, headers: 'Content-Type: text/csv' }).headers).toEqual([['content-type', 'text/csv']]);
  expect(requestOf({ ...post, body: '' }).headers).toEqual([]);
});

test('a GET carries no body, whatever was typed before the method was changed', () => {
  expect(requestOf({ ...post, method: 'GET' })).toMatchObject({ body: '', headers: [] });
});

test('what was sent can be edited and sent again as it was', () => {
  expect(requestOf(draftOf(requestOf(post)))).toEqual(requestOf(post));
});

test('a path without a slash, a space in it, and a line that is no header are told', () => {
  expect(problemsOf(post)).toEqual({});
  expect(problemsOf({ ...post, path: 'orders' }).path).toContain('slash');
  expect(problemsOf({ ...post, path: '/a b' }).path).toContain('%20');
  expect(problemsOf({ ...post, headers: 'Accept: */*\nnonsense' }).headers).toContain('Line 2');
  expect(problemsOf({ ...post, headers: 'X-Name: ☃' }).headers).toContain('Line 1');
});

test('JSON that does not parse is told with its place and why', () => {
  expect(jsonProblem(post)).toBeNull();
  expect(jsonProblem({ ...post, body: '{\n  "a" 1\n}' })).toMatch(/^Not JSON, line 2, column 7: Expected ':'/);
  expect(jsonProblem({ ...post, body: '{\n  "a": [1,' })).toMatch(/^Not JSON, line 2: Unexpected end/);
  expect(jsonProblem({ ...post, body: 'hello' })).toMatch(/^Not JSON.*Unexpected token 'h'\.$/);
});

test('a body that is not meant to be JSON is not checked', () => {
  expect(jsonProblem({ ...post, headers: 'content-type: text/plain', body: 'hello' })).toBeNull();
  expect(jsonProblem({ ...post, headers: 'content-type: application/problem+json', body: 'hello' })).not.toBeNull();
});

const exchange = (status: number, body = ''): Exchange => ({
  request: requestOf(post),
  response: { status, headers: [], body },
  statements: [],
});
const historyOf = (count: number) =>
  Array.from({ length: count }).reduce<HistoryEntry[]>((entries) => withEntry(entries, requestOf(post)), []);
const statuses = (entries: HistoryEntry[]) => entries.map((entry) => entry.exchange?.response?.status ?? null);

test('answers belong to the requests that were sent, the last ones of the history', () => {
  const entries = withExchanges(historyOf(3), [exchange(201), exchange(404)], 2);
  expect(statuses(entries)).toEqual([null, 201, 404]);
  expect(statuses(withExchanges(entries, [exchange(200)], 3))).toEqual([200, null, null]);
});

test('the history is bounded in number and in length, and the oldest go first', () => {
  const full = historyOf(entriesMax + 2);
  expect(full).toHaveLength(entriesMax);
  expect(full[0]?.id).toBe(3);
  const long = 'x'.repeat(90_000);
  const kept = withExchanges(historyOf(3), [exchange(200, long), exchange(201, long), exchange(202, long)], 3);
  expect(statuses(kept)).toEqual([201, 202]);
});
