import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildContent } from '#content/build';
import type { QuestionPage, Theme } from '#content/compiled';
import { openSearch, type SearchIndex } from '#lib/search';
import { checkContent } from '#scripts/check/check-content';
import { type OpenSandbox, openSandbox } from '#scripts/open-sandbox';
import { type ContentFolder, contentFolder, soundContent } from './content-folder.ts';

let sandbox: OpenSandbox;
beforeAll(() => {
  sandbox = openSandbox([]);
});
afterAll(async () => {
  await sandbox[Symbol.asyncDispose]();
});

const themes = `- id: sums
  title: Sums
  summary: Whether you can add, and know when not to.
  kind: technical
- id: big-sums
  title: Whole sums
  summary: Whether you can add for most of an hour.
  kind: system-design
- id: people
  title: People
  summary: Whether others like to add with you.
  kind: behavioural
`;

const front = (id: string, more: Record<string, string> = {}) =>
  Object.entries({
    id,
    title: `About ${id}`,
    skill: 'programming',
    level: 'junior',
    kind: 'technical',
    minutes: '5',
    sources: "[{ title: The source, url: 'https://www.rfc-editor.org/rfc/rfc9110', for: the meaning }]",
    ...more,
  })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');

const answerText = 'You add one number to the other number. '.repeat(15);

const question = (
  id: string,
  { meta = {}, answer = answerText }: { meta?: Record<string, string>; answer?: string } = {},
) => `---
${front(id, meta)}
---

How would you add two numbers?

## Answer

${answer}

## A strong answer adds

- Says that order does not matter,
  and why.
- Names \`0\`.
- Thinks of overflow.

## Follow-ups

- **What about floats?** They round, see [[adding]].
- **And strings?** They are joined.

## Red flags

- Subtracts.
- Guesses.

## Lessons

- [[adding]]
`;

const bank = (files: Record<string, string>) =>
  contentFolder({
    ...soundContent(),
    'interview/themes.yaml': themes,
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`interview/questions/${name}`, text])),
  });

async function build(content: ContentFolder) {
  const outFolder = path.join(content.scratch, 'out');
  const cacheFolder = path.join(content.scratch, 'cache');
  const options = { roots: [content.root], outFolder, cacheFolder, version: 'test', describeDatabase: null };
  const report = await buildContent(options);
  const read = <Value>(name: string) => JSON.parse(readFileSync(path.join(outFolder, name), 'utf8')) as Value;
  return { messages: report.errors.map(({ message }) => message), questions: report.questions, read };
}

const problems = async (content: ContentFolder) => {
  const folders = [content.at('interview/questions')];
  const options = { roots: [content.root], folders, accept: false, sandbox, cacheFolder: content.scratch };
  const report = await checkContent({ ...options, compilerVersion: 'test', proofVersion: 'test' });
  return report.problems.map(({ message }) => message);
};

test('a question becomes a page: prompt, answer, points one by one, links to lessons', async () => {
  using content = bank({ 'sums/adding-two.md': question('adding-two') });
  const { messages, questions, read } = await build(content);
  expect(messages).toEqual([]);
  expect(questions).toBe(1);
  const page = read<QuestionPage>('questions/adding-two.json');
  expect(page).toMatchObject({
    path: '/interview/questions/adding-two',
    themeTitle: 'Sums',
    promptHtml: '<p>How would you add two numbers?</p>',
    lessons: [{ id: 'adding', title: 'Lesson adding', path: '/learn/sums/adding' }],
  });
  expect(page.pointsHtml).toEqual([
    '<p>Says that order does not matter,\nand why.</p>',
    '<p>Names <code>0</code>.</p>',
    '<p>Thinks of overflow.</p>',
  ]);
  expect(page.followUpsHtml[0]).toContain('<a href="/learn/sums/adding">Lesson adding</a>');
});

test('the heading of an answer and the link beside it have the same address, of their own among all questions', async () => {
  using content = bank({ 'sums/adding-two.md': question('adding-two', { answer: `### Data\n\n${answerText}` }) });
  const { messages, read } = await build(content);
  expect(messages).toEqual([]);
  const { answerHtml } = read<QuestionPage>('questions/adding-two.json');
  expect(/<h3 id="([^"]*)"/.exec(answerHtml)?.[1]).toBe('adding-two-data');
  expect(/<a class="anchor"[^>]*href="([^"]*)"/.exec(answerHtml)?.[1]).toBe('#adding-two-data');
});

test('themes keep their order, and questions go from junior to senior', async () => {
  using content = bank({
    'sums/hard.md': question('hard', { meta: { level: 'senior' } }),
    'sums/easy.md': question('easy'),
    'people/kind.md': question('kind', { meta: { kind: 'behavioural' } }),
  });
  const { read } = await build(content);
  const shown = read<Theme[]>('questions.json').map(({ id, questions }) => [id, ...questions.map((each) => each.id)]);
  expect(shown).toEqual([
    ['sums', 'easy', 'hard'],
    ['people', 'kind'],
  ]);
});

test('a question is found by its words, and the result does not hold the answer', async () => {
  using content = bank({ 'sums/adding-two.md': question('adding-two') });
  const { read } = await build(content);
  const [hit] = openSearch(read<SearchIndex>('search/index.json')).find('About adding-two', 5);
  expect(hit?.document).toMatchObject({ kind: 'question', path: '/interview/questions/adding-two', context: 'Sums' });
  expect(JSON.stringify(hit)).not.toContain('one number to the other');
});

test.each([
  ['a misspelt key', { 'sums/a.md': question('a', { meta: { levle: 'mid' } }) }, /a key that nothing reads \(levle\)/],
  ['no source for a technical answer', { 'sums/a.md': question('a').replace(/^sources.*\n/m, '') }, /sources/],
  ['the name of the file', { 'sums/b.md': question('a') }, /has the id a\. Give the file the name of its id/],
  [
    'an id that is taken',
    { 'sums/a.md': question('a'), 'people/a.md': question('a', { meta: { kind: 'behavioural' } }) },
    /has the question id a, which .* has too/,
  ],
  ['a theme that is none', { 'sumz/a.md': question('a') }, /sumz: is not a theme/],
  ['a kind that is not the theme’s', { 'people/a.md': question('a') }, /is technical in a theme that is behavioural/],
  ['a heading too few', { 'sums/a.md': question('a').replace('## Red flags', '## Bad signs') }, /"Bad signs"/],
  [
    'text where a list belongs',
    { 'sums/a.md': question('a').replace('- Subtracts.\n- Guesses.', 'None.') },
    /a\.md:\d+: ## Red flags is not one bullet list/,
  ],
  [
    'a lesson that does not exist',
    { 'sums/a.md': question('a').replace(/- \[\[adding\]\]\n$/, '- [[subtracting]]\n') },
    /subtracting/,
  ],
])('%s is an error that says where', async (_what, files, message) => {
  using content = bank(files);
  expect((await build(content)).messages.join('\n')).toMatch(message);
});

test('a sound question has no problems', async () => {
  using content = bank({ 'sums/adding-two.md': question('adding-two') });
  expect(await problems(content)).toEqual([]);
});

test.each([
  ['an answer that is too short', { answer: 'You add them.' }, /the answer has 3 words/],
  ['a whole design without its parts', { meta: { kind: 'system-design', minutes: '45' } }, /the parts of nothing/],
  ['a behavioural answer without a story', { meta: { kind: 'behavioural' } }, /the story has no Situation, Task/],
])('%s is a problem', async (_what, options, message) => {
  const kind = (options as { meta?: { kind?: string } }).meta?.kind;
  const theme = kind === 'behavioural' ? 'people' : kind ? 'big-sums' : 'sums';
  using content = bank({ [`${theme}/a.md`]: question('a', options) });
  expect((await problems(content)).join('\n')).toMatch(message);
});

test('a follow-up without an answer and a list that is too short are problems', async () => {
  const text = question('a').replace('**What about floats?** They round, see [[adding]].', 'What about floats?');
  using content = bank({ 'sums/a.md': text.replace('- Thinks of overflow.\n', '') });
  const found = (await problems(content)).join('\n');
  expect(found).toMatch(/a\.md:\d+: is no follow-up with its answer/);
  expect(found).toMatch(/## A strong answer adds has 2 points/);
});
