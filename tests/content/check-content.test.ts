import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '#scripts/check/check-content';
import { seeds } from '#scripts/check/exercise-runs';
import { type OpenSandbox, openSandbox } from '#scripts/open-sandbox';
import { seededRandom } from '#sandbox/random';
import {
  type ContentFolder,
  contentFolder,
  exerciseFiles,
  lessonText,
  soundContent,
  trackText,
} from './content-folder.ts';

let sandbox: OpenSandbox;
beforeAll(() => {
  sandbox = openSandbox([]);
});
afterAll(async () => {
  await sandbox[Symbol.asyncDispose]();
});

type Options = { folders?: string[]; accept?: boolean; sandbox?: OpenSandbox };
const check = (content: ContentFolder, more: Options = {}) =>
  checkContent({
    roots: [content.root],
    folders: more.folders ?? [],
    accept: more.accept ?? false,
    sandbox: more.sandbox ?? sandbox,
    cacheFolder: content.scratch,
    compilerVersion: 'test',
    proofVersion: 'test',
  });
const messages = async (content: ContentFolder) => (await check(content)).problems.map((problem) => problem.message);

/** A list of a coverage.yaml with these items, one a line. */
const coverageText = (...items: string[]) =>
  ['- list: school', '  title: What schools ask for', '  items:', ...items.map((item) => `    ${item}`), ''].join('\n');

const exercise = 'tracks/sums/adding/add-numbers';
const lesson = 'tracks/sums/adding/lesson.md';

test('sound content has no problems', async () => {
  using content = contentFolder(soundContent());
  expect(await check(content)).toMatchObject({ problems: [], lessons: 1, exercises: 1, remembered: 0 });
});

test('a place that holds nothing to check is named, not passed', async () => {
  using content = contentFolder(soundContent());
  const folders = [content.at(lesson), content.at('nowhere')];
  const { problems } = await check(content, { folders });
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/lesson\.md: holds no lesson, no exercise and no question\. Name the folder of a track/),
    expect.stringMatching(/nowhere: holds no lesson, no exercise and no question/),
  ]);
});

test('what was proved is not run again until it changes', async () => {
  using content = contentFolder(soundContent());
  await check(content);
  expect(await check(content)).toMatchObject({ remembered: 2 });
  content.write({ [`${exercise}/solution.ts`]: 'export const add = (a: number, b: number) => b + a;\n' });
  expect(await check(content)).toMatchObject({ problems: [], remembered: 1 });
});

test('what failed is tried again', async () => {
  using content = contentFolder(soundContent());
  content.write({ [`${exercise}/starter.ts`]: exerciseFiles()['solution.ts'] ?? '' });
  expect(await messages(content)).toHaveLength(1);
  expect(await messages(content)).toHaveLength(1);
});

test('what met a limit beside others and keeps it by itself is no problem', async () => {
  using content = contentFolder(soundContent());
  let isFirst = true;
  const busy: OpenSandbox = {
    ...sandbox,
    grade: async (...job) => {
      const verdict = await sandbox.grade(...job);
      if (!isFirst || verdict.status !== 'passed') return verdict;
      isFirst = false;
      return { ...verdict, status: 'errored', reason: 'time-limit', message: 'Your code was still running.' };
    },
  };
  expect(await check(content, { sandbox: busy })).toMatchObject({ problems: [] });
  expect(isFirst).toBe(false);
});

/** A random case whose numbers are far apart, so that code can be wrong for one of them alone. */
const drawing = `test('agrees with the reference on random numbers', async ({ call, reference, random }) => {
  const [a, b] = [random.int(1, 1_000_000), 0];
  expect(await call('add', a, b)).toBe(await reference.call('add', a, b));
});
`;

test.each(seeds)('an alternative that is wrong in the random case of seed %i alone is found', async (seed) => {
  const drawn = seededRandom(seed).int(1, 1_000_000);
  const source = `export const add = (a: number, b: number) => (a === ${drawn} ? 0 : a + b);`;
  using content = contentFolder({
    ...soundContent(),
    [`${exercise}/hidden.ts`]: drawing,
    [`${exercise}/alternatives/minus.ts`]: source,
  });
  expect(await messages(content)).toEqual([expect.stringMatching(/minus\.ts: a right solution fails "agrees with/)]);
});

test('right code that keeps something of a random case passes, since no learner meets two seeds', async () => {
  const source = `let calls = 0;
    export const add = (a: number, b: number) => (++calls > 3 ? NaN : a + b);`;
  using content = contentFolder({
    ...soundContent(),
    [`${exercise}/hidden.ts`]: drawing,
    [`${exercise}/alternatives/minus.ts`]: source,
  });
  expect(await messages(content)).toEqual([]);
});

test('folders that are named are checked alone', async () => {
  using content = contentFolder(soundContent());
  content.write({
    'tracks/sums/track.md': trackText('sums', ['adding', 'short']),
    'tracks/sums/short/lesson.md': lessonText('short').slice(0, 700),
  });
  const report = await check(content, { folders: [content.at('tracks/sums/adding')] });
  expect(report).toMatchObject({ problems: [], lessons: 1, exercises: 1 });
});

test('an exercise folder outside of all content can be checked', async () => {
  using content = contentFolder(soundContent());
  using elsewhere = contentFolder({ ...exerciseFiles('other') });
  expect(await check(content, { folders: [elsewhere.root] })).toMatchObject({ problems: [], exercises: 1, lessons: 0 });
});

describe('each broken rule is one sentence of path, problem and remedy', () => {
  const text = exerciseFiles()['exercise.md'] ?? '';
  const broken: [rule: string, files: Record<string, string>, sentence: RegExp][] = [
    [
      'the starter passes',
      { [`${exercise}/starter.ts`]: exerciseFiles()['solution.ts'] ?? '' },
      /starter\.ts: the starter already passes\. Leave/,
    ],
    [
      'the starter does not load',
      { [`${exercise}/starter.ts`]: 'export function add( {' },
      /starter\.ts: the starter ends with syntax .*\. Let it load/,
    ],
    [
      'the reference fails',
      { [`${exercise}/solution.ts`]: 'export const add = () => 4;' },
      /solution\.ts: the reference fails "adds two numbers".*\. Correct the reference/,
    ],
    [
      'an alternative fails',
      { [`${exercise}/alternatives/minus.ts`]: 'export const add = () => 4;' },
      /alternatives\/minus\.ts: a right solution fails .*\. Loosen/,
    ],
    [
      'a wrong solution passes',
      {
        [`${exercise}/wrong/minus.ts`]:
          '// caught by: adds nothing\nexport const add = (a: number, b: number) => a + b;',
      },
      /wrong\/minus\.ts: was to be caught by "adds nothing", but it passes every test\. Sharpen/,
    ],
    [
      'a wrong solution is caught by another test',
      {
        [`${exercise}/wrong/minus.ts`]:
          '// caught by: adds nothing\nexport const add = (a: number, b: number) => a - b;',
      },
      /caught by "adds nothing", but it fails "adds two numbers"/,
    ],
    [
      'a wrong solution names no test',
      { [`${exercise}/wrong/minus.ts`]: 'export const add = () => 4;' },
      /wrong\/minus\.ts: does not say which test catches it\. Begin it with "\/\/ caught by/,
    ],
    [
      'a wrong solution names a test that is not there',
      { [`${exercise}/wrong/minus.ts`]: '// caught by: adds\nexport const add = () => 4;' },
      /caught by "adds", which is no test/,
    ],
    [
      'too few hints',
      { [`${exercise}/exercise.md`]: text.replace('1. What does plus do?\n', '') },
      /exercise\.md: has 2 hints\. Write 3/,
    ],
    ['no After', { [`${exercise}/exercise.md`]: text.replace('There is one usual solution.', '') }, /has no ## After/],
    [
      'two tests of one name',
      { [`${exercise}/tests.ts`]: (exerciseFiles()['tests.ts'] ?? '').replace('adds nothing', 'adds two numbers') },
      /tests\.ts: has two tests named "adds two numbers"/,
    ],
    ['a test file that is no program', { [`${exercise}/tests.ts`]: 'test(' }, /tests\.ts: cannot be read: /],
    [
      'no random case',
      { [`${exercise}/hidden.ts`]: "test('adds', async ({ call }) => { expect(await call('add', 1, 1)).toBe(2); });" },
      /hidden\.ts: has no random case/,
    ],
    [
      'a reference without head room',
      {
        [`${exercise}/solution.ts`]:
          'export function add(a: number, b: number) { for (let i = 0, end = Date.now; i < 2e8; i++) void end; return a + b; }',
        [`${exercise}/exercise.md`]: text.replace('level:', 'limits: { testMs: 100 }\nlevel:'),
      },
      // How slow the machine is decides where the time runs out: beyond a fifth of it, in a test, or in the random case.
      /reference (needs \d+ ms for|ends with time-limit|solution did not answer add: time-limit)/,
    ],
    ['a misspelt file', { [`${exercise}/soluton.ts`]: '' }, /soluton\.ts: is not read by anything\. Remove it/],
    ['a stray folder', { [`${exercise}/wrongs/a.ts`]: '' }, /wrongs: is not read by anything/],
    [
      'an unfinished template',
      { [`${exercise}/starter.ts`]: '// FILL IN the signature.\n' },
      /starter\.ts:1: still waits for the signature\. Write it/,
    ],
    [
      'code that prints something else',
      { [lesson]: lessonText('adding').replace('1 + 2', '1 + 3') },
      /lesson\.md: the block that begins "console\.log\(1 \+ 3\);" prints "4" and not/,
    ],
    [
      'code without output',
      { [lesson]: lessonText('adding').replace(/```output\n3\n```\n/, '') },
      /has a runnable block without output/,
    ],
    [
      'a topic that is not listed',
      { 'topics.yaml': '- { id: subtraction, title: Subtracting }\n' },
      /adding\/lesson\.md: has the topic addition, which is not listed/,
    ],
    [
      'a topic that nobody teaches',
      { 'topics.yaml': '- { id: addition, title: Adding }\n- { id: halving, title: Halving }\n' },
      /topics\.yaml: halving is taught by no lesson/,
    ],
    [
      'a covered item that leads to no topic',
      { 'coverage.yaml': coverageText("- { item: 'Adding', topics: [addition, carrying] }") },
      /coverage\.yaml: maps "Adding" of school to carrying, which is no topic\. Name a topic of content\/topics\.yaml/,
    ],
    [
      'an item that is covered twice',
      {
        'coverage.yaml': coverageText(
          "- { item: 'Adding', topics: [addition] }",
          "- { item: 'Adding', topics: [addition] }",
        ),
      },
      /coverage\.yaml: has "Adding" twice in school\. Remove/,
    ],
    [
      'a covered list that stands twice',
      { 'coverage.yaml': coverageText("- { item: 'Adding', topics: [addition] }").repeat(2) },
      /coverage\.yaml: has the list school twice\. Merge/,
    ],
    [
      'an item that is neither covered nor left out',
      { 'coverage.yaml': coverageText("- { item: 'Adding' }") },
      /coverage\.yaml: 0\.items\.0: has to have either topics or outOfScope\. Correct it/,
    ],
    [
      'an item that is still missing',
      { 'coverage.yaml': coverageText("- { item: 'Adding', missing: true }") },
      /coverage\.yaml: 0\.items\.0 has a key that nothing reads \(missing\)/,
    ],
    [
      'a link to no exercise',
      { [lesson]: `${lessonText('adding')}\n[Try](/practice/nothing)\n` },
      /links to the exercise nothing, which there is not/,
    ],
    [
      'a source that is not https',
      { [lesson]: lessonText('adding').replace('https://www.rfc-editor.org/rfc/rfc9110', 'http://example.com') },
      /lesson\.md: sources\.0\.url: /,
    ],
  ];
  test.each(broken)('%s', async (_rule, files, sentence) => {
    using content = contentFolder({ ...soundContent(), ...files });
    expect(await messages(content)).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]));
  });

  test('a lesson of too few and of too many words', async () => {
    const sentence = 'A number and another number make a third one. ';
    using content = contentFolder(soundContent());
    content.write({ [lesson]: lessonText('adding').replace(sentence.repeat(60), '') });
    expect(await messages(content)).toEqual([expect.stringMatching(/lesson\.md: has \d+ words\. Explain more/)]);
    content.write({ [lesson]: lessonText('adding').replace(sentence, sentence.repeat(200)) });
    expect(await messages(content)).toEqual([expect.stringMatching(/lesson\.md: has \d+ words\. Cut it/)]);
  });

  test('more than a twentieth of all items left out', async () => {
    const covered = Array.from({ length: 19 }, (_, index) => `- { item: 'Sum ${index}', topics: [addition] }`);
    const leftOut = (item: string) => `- { item: '${item}', outOfScope: 'Nobody adds these by hand any more.' }`;
    using content = contentFolder(soundContent());
    content.write({ 'coverage.yaml': coverageText(...covered, leftOut('Roots')) });
    expect(await messages(content)).toEqual([]);
    content.write({ 'coverage.yaml': coverageText(...covered, leftOut('Roots'), leftOut('Logarithms')) });
    expect(await messages(content)).toEqual([
      expect.stringMatching(/coverage\.yaml: leaves out 2 of 21 items, which is over 5%\. Teach some of them/),
    ]);
  });

  test('a topic that no exercise practises', async () => {
    using content = contentFolder(soundContent());
    content.remove(exercise);
    expect(await messages(content)).toEqual([
      expect.stringMatching(/addition is practised by no exercise\. Add an exercise to adding/),
    ]);
  });

  test('fewer than two questions, and nothing to see', async () => {
    using content = contentFolder(soundContent());
    const words = 'A number and another number make a third one. '.repeat(110);
    const head = lessonText('adding').split('## Adding')[0] ?? '';
    content.write({ [lesson]: `${head}## Adding\n\n${words}\n` });
    expect(await messages(content)).toEqual([
      expect.stringContaining('has 0 questions'),
      expect.stringContaining('has neither a diagram nor code that runs'),
    ]);
  });
});

describe('ids that were published', () => {
  test('are recorded by --accept, and a changed one is missed from then on', async () => {
    using content = contentFolder(soundContent());
    expect(await check(content, { accept: true })).toMatchObject({ problems: [], accepted: 5 });
    expect(readFileSync(content.at('ids.lock'), 'utf8')).toContain('check adding#first\n');
    content.write({ [`${exercise}/exercise.md`]: exerciseFiles('sum-numbers')['exercise.md'] ?? '' });
    expect(await messages(content)).toEqual([
      expect.stringMatching(/ids\.lock: the exercise add-numbers was published and is gone\. Give it its id back/),
      expect.stringMatching(
        /ids\.lock: the exercise sum-numbers is not recorded\. Run npm run content:check -- --accept/,
      ),
    ]);
  });

  test('are recorded too where only a folder is checked', async () => {
    using content = contentFolder(soundContent());
    const folders = [content.at('tracks/sums/adding')];
    expect(await check(content, { accept: true, folders })).toMatchObject({ problems: [], accepted: 5 });
    expect(await messages(content)).toEqual([]);
  });

  test('accepting new ids never takes away a lost one', async () => {
    using content = contentFolder(soundContent());
    await check(content, { accept: true });
    content.write({ [`${exercise}/exercise.md`]: exerciseFiles('sum-numbers')['exercise.md'] ?? '' });
    const report = await check(content, { accept: true });
    expect(report.problems.map((problem) => problem.message)).toEqual([
      expect.stringContaining('add-numbers was published and is gone'),
    ]);
  });
});
