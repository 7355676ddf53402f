import { describe, expect, test } from 'vitest';
import { compileMarkdown } from '#content/compile';

const compile = (source: string, islands = true) =>
  compileMarkdown(source, {
    file: 'lesson.md',
    firstLine: 11,
    islands,
    lessonLink: (id) => (id === 'joins' ? { title: 'Joining tables', path: '/learn/databases/joins' } : null),
  });
const htmlOf = async (source: string) =>
  (await compile(source)).segments
    .map((segment) => (segment.type === 'html' ? segment.html : `[${segment.type}]`))
    .join('\n');

const fence = '```';
const check = `:::check{#which}
Which one?

- [ ] The \`first\`

  No.

- [x] The second

  Yes.
:::`;

describe('prose', () => {
  test('a time of day is text and no directive', async () => {
    expect(await htmlOf('At 10:30 and :smile: it rings.')).toBe('<p>At 10:30 and :smile: it rings.</p>');
  });

  test('[[lesson]] becomes a link under its title, or under the author’s words', async () => {
    expect(await htmlOf('[[joins]] and [[joins|these]]')).toBe(
      '<p><a href="/learn/databases/joins">Joining tables</a> and <a href="/learn/databases/joins">these</a></p>',
    );
  });

  test('links to elsewhere say so to the browser, links within the page do not', async () => {
    const html = await htmlOf('## Part one\n\n[a](https://example.com/) [b](#part-one)');
    expect(html).toContain('<a href="https://example.com/" rel="external noopener noreferrer">');
    expect(html).toContain('<a href="#part-one">');
  });

  test('headings have slugs and make the table of contents', async () => {
    const { toc } = await compile('## What `null` is\n\n### Three values\n\n#### Detail\n\n## What `null` is');
    expect(toc).toEqual([
      { id: 'what-null-is', text: 'What null is', depth: 2 },
      { id: 'three-values', text: 'Three values', depth: 3 },
      { id: 'what-null-is-1', text: 'What null is', depth: 2 },
    ]);
  });

  test('a text is cut where a section begins, so that a browser may leave sections out of sight for later', async () => {
    const { segments } = await compile(
      'Why.\n\n## Part one\n\nFirst.\n\n### Detail\n\nMore.\n\n## Part two\n\nSecond.',
    );
    expect(segments.map((segment) => segment.type === 'html' && segment.html.replace(/<[^>]+>/g, ' ').trim())).toEqual([
      'Why.',
      expect.stringMatching(/^Part one[^]*First\.[^]*Detail[^]*More\.$/),
      expect.stringMatching(/^Part two[^]*Second\.$/),
    ]);
  });

  test('asides carry their titles, and the deep one folds', async () => {
    expect(await htmlOf(':::mistake[Forgetting `on`]\nText.\n:::')).toBe(
      '<aside class="aside aside-mistake"><p class="aside-title">Forgetting <code>on</code></p><p>Text.</p></aside>',
    );
    expect(await htmlOf(':::deep\nText.\n:::')).toMatch(
      /^<details class="aside aside-deep"><summary>.+<\/summary><p>Text/,
    );
  });
});

describe('islands', () => {
  test('a runnable block takes its output along and cuts the page', async () => {
    const source = `Before.\n\n${fence}sql run db=bookshop\nselect 1;\n${fence}\n\n${fence}output\n1\n${fence}\n\nAfter.`;
    const { segments } = await compile(source);
    expect(segments.map(({ type }) => type)).toEqual(['html', 'run', 'html']);
    expect(segments[1]).toMatchObject({
      language: 'sql',
      source: 'select 1;',
      output: '1',
      database: 'bookshop',
      id: 'run-1',
    });
  });

  test('a check knows its right options and an explanation for each', async () => {
    const { segments } = await compile(check);
    expect(segments).toEqual([
      {
        type: 'check',
        id: 'which',
        questionHtml: '<p>Which one?</p>',
        multiple: false,
        options: [
          { html: 'The <code>first</code>', correct: false, explanationHtml: '<p>No.</p>' },
          { html: 'The second', correct: true, explanationHtml: '<p>Yes.</p>' },
        ],
      },
    ]);
  });

  test('Python runs in place too', async () => {
    const { segments } = await compile(`${fence}py run\nprint(1)\n${fence}\n\n${fence}output\n1\n${fence}`);
    expect(segments[0]).toMatchObject({ type: 'run', language: 'python', source: 'print(1)', output: '1' });
  });

  test('two right options make a question with several answers', async () => {
    const { segments } = await compile(check.replace('[ ]', '[x]'));
    expect(segments[0]).toMatchObject({ multiple: true });
  });

  test('predict holds the question, the code and what it prints', async () => {
    const source = `:::predict{#guess}\nWhat is it?\n\n${fence}ts run\nconsole.log(1);\n${fence}\n\n${fence}output\n1\n${fence}\n:::`;
    const { segments } = await compile(source);
    expect(segments[0]).toMatchObject({
      type: 'predict',
      id: 'guess',
      questionHtml: '<p>What is it?</p>',
      output: '1',
    });
  });
});

const refused: [name: string, source: string, message: RegExp][] = [
  ['an unknown container', ':::hint\nText.\n:::', /lesson\.md:11: :::hint means nothing\. Use one of :::check/],
  ['a leaf directive', '::video', /::video means nothing/],
  ['a link to no lesson', 'Text.\n\n[[jions]]', /lesson\.md:13: \[\[jions\]\] leads to no lesson/],
  ['a link that is not https', '[x](http://example.com)', /neither https nor/],
  ['a link to a heading that is not there', '[x](#nowhere)', /#nowhere leads nowhere/],
  ['raw HTML', 'A <b>bold</b> word', /raw HTML/],
  ['a heading of level 1', '# Title', /level 1/],
  ['an unknown language', `${fence}cobol\nx\n${fence}`, /"cobol" is not a language/],
  ['an unknown word after the language', `${fence}ts rnu\nx\n${fence}`, /"rnu" after the language means nothing/],
  ['a database for TypeScript', `${fence}ts run db=x\nx\n${fence}`, /"db=x" after run means nothing/],
  ['a language that does not run', `${fence}go run\nx\n${fence}`, /go does not run in place/],
  ['a database for Python', `${fence}py run db=x\nx\n${fence}`, /"db=x" after run means nothing/],
  ['an output block alone', `${fence}output\nx\n${fence}`, /follows no runnable block/],
  ['runnable code in an aside', `:::deep\n${fence}ts run\nx\n${fence}\n:::`, /where code cannot run/],
  ['a check without an id', check.replace('{#which}', ''), /:::check has no id/],
  ['an id used twice', `${check}\n\n${check}`, /the id which is used twice/],
  ['a check without a right option', check.replace('[x]', '[ ]'), /has no right option/],
  ['an option without an explanation', check.replace('\n  No.\n', ''), /no explanation for option 1/],
  ['a check without options', ':::check{#a}\nWhich?\n:::', /is not a question followed by a list/],
  ['a prediction without output', `:::predict{#a}\nWhat?\n\n${fence}ts run\nx\n${fence}\n:::`, /in this order/],
];

test.each(refused)('refuses %s', async (_name, source, message) => {
  await expect(compile(source)).rejects.toThrow(message);
});

test('an exercise holds no questions', async () => {
  await expect(compile(check, false)).rejects.toThrow('stands where no question can be asked');
});
