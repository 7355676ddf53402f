import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildContent } from '#content/build';
import { openSearch, type Search, type SearchIndex, type SearchTexts } from '#lib/search';
import { contentFolder, exerciseFiles, lessonHead, soundContent, trackText, under } from './content-folder.ts';

const idempotency = `${lessonHead('idempotency').replace('Lesson idempotency', 'Idempotency')}A client may ask twice.

## Keys for retries

The client sends an \`Idempotency-Key\` and the server remembers *what it answered* to https://api.example/orders.

\`\`\`ts
const tokenBucket = 'only in code';
\`\`\`

### Where the key lives

In the table of orders, under a unique constraint, as O'Neil & Gray would have it.

:::check{#first}
Which is right?

- [ ] A wrong walrus

  It is not.

- [x] A right walrus

  It is.
:::
`;

const payments = `${lessonHead('payments').replace('Lesson payments', 'Taking payments')}Money moves once.

## Retrying a charge

${'A charge that may be retried needs idempotency, and idempotency needs a key. '.repeat(8)}
`;

async function searchOver(files: Record<string, string>): Promise<Search & { version: string }> {
  using content = contentFolder({ ...soundContent(), ...files });
  const outFolder = path.join(content.scratch, 'out');
  const cacheFolder = path.join(content.scratch, 'cache');
  const options = { roots: [content.root], outFolder, cacheFolder, version: 'test', describeDatabase: null };
  expect((await buildContent(options)).errors).toEqual([]);
  const read = <Value>(name: string) => JSON.parse(readFileSync(path.join(outFolder, 'search', name), 'utf8')) as Value;
  const search = openSearch(read<SearchIndex>('index.json'), read<SearchTexts>('texts.json'));
  return { ...search, version: read<string>('version.json') };
}

const shop = () =>
  searchOver({
    'tracks/sums/track.md': trackText('sums', ['payments', 'adding', 'idempotency']),
    'tracks/sums/payments/lesson.md': payments,
    'tracks/sums/idempotency/lesson.md': idempotency,
    ...under('tracks/sums/idempotency/charge-once', exerciseFiles('charge-once')),
  });

const found = (search: Search, query: string) =>
  search.find(query, 20).map(({ document }) => `${document.kind} ${document.path}`);

test('a misspelt word finds the lesson of that name first, before sections that say the word more often', async () => {
  const search = await shop();
  for (const query of ['idempotency', 'idempotncy', 'Idempotentcy', 'idempot']) {
    expect(found(search, query)[0], query).toBe('lesson /learn/sums/idempotency');
  }
});

test('a section leads to its anchor and says which lesson it belongs to', async () => {
  const [first] = (await shop()).find('unique constraint', 20);
  expect(first?.document).toMatchObject({
    kind: 'section',
    title: 'Where the key lives',
    path: '/learn/sums/idempotency#where-the-key-lives',
    context: 'Idempotency',
  });
});

test('an exercise is found by its title and by the words of its task', async () => {
  const search = await shop();
  expect(found(search, 'add two numbers')).toContain('exercise /practice/charge-once');
  expect(found(search, 'returns the sum')).toContain('exercise /practice/charge-once');
});

test('code, addresses, solutions and the options of questions are not in the index', async () => {
  const search = await shop();
  for (const query of ['tokenBucket', 'api.example', 'walrus', 'console'])
    expect(found(search, query), query).toEqual([]);
});

test('characters that HTML escapes are whole again, and inline code keeps its words', async () => {
  const [neil] = (await shop()).find('gray', 20);
  expect(neil?.excerpt.map(({ text }) => text).join('')).toContain("O'Neil & Gray");
  const [key] = (await shop()).find('remembers', 20);
  expect(key?.excerpt.map(({ text }) => text).join('')).toContain('sends an Idempotency-Key and the server');
});

test('the index changes its version when the content does, and only then', async () => {
  const versions = [await shop(), await shop(), await searchOver({})].map(({ version }) => version);
  expect(versions[0]).toBe(versions[1]);
  expect(versions[2]).not.toBe(versions[0]);
});
