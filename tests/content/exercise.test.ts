import { describe, expect, test } from 'vitest';
import { findExercise, readDatabase, readExercise } from '#content/exercise';
import { type ContentFolder, contentFolder, exerciseFiles, soundContent, under } from './content-folder.ts';

const exercise = 'tracks/sums/adding/add-numbers';

describe('reading an exercise', () => {
  test('gives every part of the folder', () => {
    using content = contentFolder(soundContent());
    const read = readExercise(content.at(exercise), [content.root]);
    expect(read.task).toBe('Export `add(a, b)`, which returns the sum.');
    expect(read.hints).toEqual(['What does plus do?', 'It adds:\n\n```ts\n1 + 2;\n```', 'Return `a + b`.']);
    expect(read.after).toBe('There is one usual solution.');
    expect(read.wrong.map(({ name, caughtBy }) => [name, caughtBy])).toEqual([
      ['minus.ts', 'adds two numbers'],
      ['second.ts', 'adds nothing'],
      ['times.ts', 'adds nothing'],
    ]);
    expect(read.alternatives).toHaveLength(1);
    expect(read.database).toBeUndefined();
  });

  test('works for a folder that lies outside of all content', () => {
    using elsewhere = contentFolder(under('mine', exerciseFiles()));
    expect(readExercise(elsewhere.at('mine'), []).meta.id).toBe('add-numbers');
  });

  test.each([
    ['solution.ts', 'export const add = () => 3;'],
    ['tests.ts', 'test("adds", async () => {});'],
    ['hidden.ts', 'test("adds more", async () => {});'],
  ])('a change of %s changes the content hash', (name, text) => {
    using content = contentFolder(soundContent());
    const before = readExercise(content.at(exercise), [content.root]).contentHash;
    content.write({ [`${exercise}/${name}`]: text });
    expect(readExercise(content.at(exercise), [content.root]).contentHash).not.toBe(before);
  });

  test('a better summary leaves the content hash as it is', () => {
    using content = contentFolder(soundContent());
    const before = readExercise(content.at(exercise), [content.root]).contentHash;
    const text = (exerciseFiles()['exercise.md'] ?? '').replace(
      'Add two numbers and return',
      'Take two numbers and return',
    );
    content.write({ [`${exercise}/exercise.md`]: text });
    expect(readExercise(content.at(exercise), [content.root]).contentHash).toBe(before);
  });
});

describe('what is broken is said in one sentence of path, problem and remedy', () => {
  const broken: [name: string, change: (content: ContentFolder) => void, sentence: RegExp][] = [
    [
      'no front matter',
      (content) => content.write({ [`${exercise}/exercise.md`]: 'Add two numbers.' }),
      /add-numbers\/exercise\.md: does not begin with front matter\. Put its keys between two lines of ---/,
    ],
    [
      'broken YAML',
      (content) => content.write({ [`${exercise}/exercise.md`]: '---\nid: [a\n---\n' }),
      /exercise\.md: is not valid YAML: .+\. Correct it/,
    ],
    [
      'an unknown key',
      (content) => replace(content, 'minutes: 5', 'minutes: 5\nlable: x'),
      /exercise\.md: has a key that nothing reads \(lable\)\. Correct the front matter/,
    ],
    [
      'a wrong value',
      (content) => replace(content, 'minutes: 5', 'minutes: soon'),
      /exercise\.md: minutes: .*number.*\. Correct/,
    ],
    [
      'a missing test file',
      (content) => content.remove(`${exercise}/hidden.ts`),
      /add-numbers\/hidden\.ts: is missing\. Write the tests that run on submit only into it\./,
    ],
    ['a missing starter', (content) => content.remove(`${exercise}/starter.ts`), /starter\.ts: is missing\./],
    [
      'prose among the hints',
      (content) => replace(content, '1. What', 'What'),
      /exercise\.md:\d+: ## Hints holds something other/,
    ],
    [
      'sections in another order',
      (content) => replace(content, '## Hints', '## After'),
      /## After stands in the wrong place/,
    ],
  ];

  test.each(broken)('%s', (_name, change, sentence) => {
    using content = contentFolder(soundContent());
    change(content);
    expect(() => readExercise(content.at(exercise), [content.root])).toThrow(sentence);
  });
});

describe('finding an exercise', () => {
  test('an id that nothing has gives null', () => {
    using content = contentFolder(soundContent());
    expect(findExercise('subtract-numbers', [content.root])).toBeNull();
  });

  test('a changed file is read again, an unchanged folder is not', () => {
    using content = contentFolder(soundContent());
    const first = findExercise('add-numbers', [content.root]);
    expect(findExercise('add-numbers', [content.root])).toBe(first);
    content.write({ [`${exercise}/solution.ts`]: 'export const add = (a: number, b: number) => b + a;\n' });
    expect(findExercise('add-numbers', [content.root])?.solution.typescript).toContain('b + a');
  });

  test('an exercise that was moved to another lesson is still found', () => {
    using content = contentFolder(soundContent());
    expect(findExercise('add-numbers', [content.root])).not.toBeNull();
    content.remove(exercise);
    content.write(under('tracks/sums/adding/add-two', exerciseFiles()));
    expect(findExercise('add-numbers', [content.root])?.folder).toBe(content.at('tracks/sums/adding/add-two'));
  });
});

describe('databases', () => {
  const shop = {
    'databases/shop/schema.sql': 'create table items (id int);',
    'databases/shop/data/visible.sql': 'insert into items values (1);',
    'databases/shop/data/empty.sql': '-- nothing',
  };
  const query = {
    'exercise.md': (exerciseFiles()['exercise.md'] ?? '')
      .replace('kind: code', 'kind: sql\ndb: shop')
      .replace('[typescript]', '[sql]'),
    'starter.sql': 'select',
    'solution.sql': 'select id from items',
  };

  test('an exercise’s own data sets add to the shared ones and replace those of the same name', () => {
    using content = contentFolder({
      ...shop,
      ...under('tracks/a/b/c', { ...query, 'data/empty.sql': '-- mine', 'data/ties.sql': '-- ties' }),
    });
    const { database } = readExercise(content.at('tracks/a/b/c'), [content.root]);
    expect(database?.dataSets.map(({ name, sql, hidden }) => [name, sql, hidden])).toEqual([
      ['visible', 'insert into items values (1);', false],
      ['empty', '-- mine', true],
      ['ties', '-- ties', true],
    ]);
  });

  test('a change of the shared schema changes the hash, and is seen by findExercise', () => {
    using content = contentFolder({ ...shop, ...under('tracks/a/b/c', query) });
    const before = findExercise('add-numbers', [content.root])?.contentHash;
    content.write({ 'databases/shop/schema.sql': 'create table items (id int, name text);' });
    expect(findExercise('add-numbers', [content.root])?.contentHash).not.toBe(before);
  });

  test('a database is found in any of the content folders', () => {
    using ours = contentFolder(shop);
    using theirs = contentFolder({ 'databases/zoo/schema.sql': '', 'databases/zoo/data/visible.sql': '' });
    expect(readDatabase('zoo', [ours.root, theirs.root]).folder).toBe(theirs.at('databases/zoo'));
  });

  test('an unknown database names those that there are', () => {
    using content = contentFolder(shop);
    expect(() => readDatabase('shpo', [content.root])).toThrow('there is no such shared database. Use one of shop');
  });
});

function replace(content: ContentFolder, from: string, to: string): void {
  content.write({ [`${exercise}/exercise.md`]: (exerciseFiles()['exercise.md'] ?? '').replace(from, to) });
}
