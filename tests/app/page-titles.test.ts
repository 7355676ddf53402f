import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const found = (pattern: string, title: RegExp): [string, string][] =>
  globSync(pattern, { cwd: root }).flatMap((file) => {
    const [, name] = title.exec(read(file)) ?? [];
    return name === undefined ? [] : [[name, file]];
  });

test('no two pages have one title, so that a tab, a bookmark or a history says which of them it is', () => {
  const pages = found('app/**/page.tsx', /export const metadata[^;]*?\btitle: '([^']+)'/);
  const tracks = found('content/tracks/*/track.md', /^title: (.+)$/m);
  expect(pages.length).toBeGreaterThan(20);
  expect(tracks.length).toBeGreaterThan(5);
  const byTitle = Map.groupBy([...pages, ...tracks], ([title]) => title);
  expect([...byTitle.values()].filter((same) => same.length > 1)).toEqual([]);
});
