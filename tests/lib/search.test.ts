import { expect, test } from 'vitest';
import { makeSearchIndex, openSearch, type Hit, type Search, type SearchSource } from '#lib/search';

const source = (more: Partial<SearchSource> & { id: string }): SearchSource => ({
  ...{ kind: 'lesson', title: more.id, path: `/learn/${more.id}`, context: '', summary: '', text: '', keywords: '' },
  ...more,
});

function searchOver(...sources: SearchSource[]): Search {
  const { texts, ...index } = makeSearchIndex(sources);
  // As it comes out of the file that a browser loads.
  return openSearch(JSON.parse(JSON.stringify(index)) as typeof index, texts);
}

const ids = (hits: Hit[]) => hits.map(({ document }) => document.id);
const marked = (pieces: Hit['title']) => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test('a word in a title weighs more than the same word in a text', () => {
  const search = searchOver(
    source({ id: 'a', title: 'Queues', text: 'locks locks locks' }),
    source({ id: 'b', title: 'Locks', text: 'Two sessions wait for each other.' }),
  );
  expect(ids(search.find('locks', 10))).toEqual(['b', 'a']);
});

test('a word as it was typed comes before words that only look like it', () => {
  const search = searchOver(source({ id: 'cashing', title: 'Cashing' }), source({ id: 'caching', title: 'Caching' }));
  expect(ids(search.find('cashing', 10))).toEqual(['cashing']);
  expect(ids(search.find('cachin', 10))).toEqual(['caching']);
});

test('what holds all words is found alone; when nothing does, what holds some is found', () => {
  const search = searchOver(
    source({ id: 'both', text: 'a cache of sessions' }),
    source({ id: 'one', text: 'a cache of pages' }),
  );
  expect(ids(search.find('cache sessions', 10))).toEqual(['both']);
  expect(ids(search.find('cache elephants', 10)).toSorted()).toEqual(['both', 'one']);
});

test('words that stand everywhere are ignored, and a query of nothing else finds nothing', () => {
  const search = searchOver(source({ id: 'hash', title: 'Hashing', text: 'store a password' }));
  expect(ids(search.find('how do I store a password', 10))).toEqual(['hash']);
  expect(search.find('how do I', 10)).toEqual([]);
  expect(search.find('   ', 10)).toEqual([]);
});

test('one lesson does not fill the page with its sections', () => {
  const sections = [1, 2, 3, 4, 5].map((number) =>
    source({ kind: 'section', id: 'joins', title: `Joins ${number}`, path: `/learn/joins#${number}` }),
  );
  const search = searchOver(...sections, source({ id: 'orders', text: 'joins' }));
  const hits = search.find('joins', 10);
  expect(hits.filter(({ document }) => document.id === 'joins')).toHaveLength(3);
  expect(ids(hits)).toContain('orders');
});

test('an excerpt shows the words around the match, marks whole words, and cuts at spaces', () => {
  const text = `${'before '.repeat(40)}the pool of connections is empty ${'after '.repeat(40)}`.trim();
  const [hit] = searchOver(source({ id: 'pool', title: 'Pools', summary: 'Reuse.', text })).find('connect', 10);
  const excerpt = marked(hit!.excerpt);
  expect(excerpt).toContain('pool of [connections] is empty');
  expect(excerpt).toMatch(/^… before .* after …$/);
  expect(hit!.excerpt.map(({ text: piece }) => piece).join('').length).toBeLessThan(200);
});

test('without a match in summary or text the summary is shown, and the title is marked', () => {
  const [hit] = searchOver(source({ id: 'tls', title: 'TLS in practice', summary: 'Certificates.' })).find('tls', 10);
  expect(marked(hit!.title)).toBe('[TLS] in practice');
  expect(marked(hit!.excerpt)).toBe('Certificates.');
});

test('until the texts are loaded, results are the same and excerpts come from the summaries', () => {
  const { texts: _texts, ...index } = makeSearchIndex([
    source({ id: 'tls', title: 'TLS', summary: 'Certificates.', text: 'A handshake comes first.' }),
  ]);
  const [hit] = openSearch(index).find('handshake', 10);
  expect(marked(hit!.excerpt)).toBe('Certificates.');
});
