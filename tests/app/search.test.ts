import { NextRequest } from 'next/server';
import { expect, test, vi } from 'vitest';
import { makeSearchIndex, openSearch, type SearchIndex, type SearchTexts } from '#lib/search';

const { texts, ...index } = makeSearchIndex([
  {
    ...{ kind: 'lesson', id: 'tls', title: 'TLS in practice', path: '/learn/security/tls', context: 'Security' },
    ...{ summary: 'Certificates.', text: 'A handshake comes first.', keywords: '' },
  },
]);
vi.stubEnv('BASE_URL', 'http://localhost:3000');
vi.mock('#content/load', () => ({
  searchVersion: () => 'v2',
  searchIndex: () => index,
  searchTexts: () => texts,
}));
const { GET } = await import('../../app/api/search/[version]/[part]/route.ts');
const { findOnServer, queryOf } = await import('#app/search/find-on-server');

const get = (version: string, part: string) =>
  GET(new NextRequest(`http://localhost:3000/api/search/${version}/${part}`), {
    params: Promise.resolve({ version, part }),
  });

test('the index of this build may be kept for ever by everybody, and opens in a browser', async () => {
  const response = await get('v2', 'index');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const opened = openSearch(
    (await response.json()) as SearchIndex,
    (await (await get('v2', 'texts')).json()) as SearchTexts,
  );
  const [hit] = opened.find('handshake', 5);
  expect(hit?.document.path).toBe('/learn/security/tls');
  expect(hit?.excerpt.map(({ text }) => text).join('')).toBe('A handshake comes first.');
});

test('a page from before a deploy gets the index of now, which no cache keeps under the old address', async () => {
  const response = await get('v1', 'index');
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-cache');
});

test('there are no other parts', async () => {
  expect((await get('v2', 'secrets')).status).toBe(404);
  expect((await get('v2', 'toString')).status).toBe(404);
});

test('the server answers a query by itself, whatever the address says', () => {
  expect(findOnServer(queryOf(['  handshake ', 'other'])).map(({ document }) => document.id)).toEqual(['tls']);
  expect(findOnServer(queryOf(undefined))).toEqual([]);
  expect(queryOf('x'.repeat(5000))).toHaveLength(200);
});
