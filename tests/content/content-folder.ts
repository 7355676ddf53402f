import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type ContentFolder = {
  root: string;
  /** Where builds and checks of this folder may write. */
  scratch: string;
  at: (name: string) => string;
  write: (files: Record<string, string>) => void;
  remove: (name: string) => void;
  [Symbol.dispose]: () => void;
};

/** A content folder of its own on disk, gone at the end of the test. */
export function contentFolder(files: Record<string, string> = {}): ContentFolder {
  const whole = mkdtempSync(path.join(os.tmpdir(), 'underpin-content-'));
  const root = path.join(whole, 'content');
  const at = (name: string) => path.join(root, name);
  const write = (more: Record<string, string>) => {
    for (const [name, text] of Object.entries(more)) {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      writeFileSync(at(name), text);
    }
  };
  mkdirSync(root);
  write(files);
  return {
    root,
    scratch: path.join(whole, 'scratch'),
    at,
    write,
    remove: (name) => rmSync(at(name), { recursive: true }),
    [Symbol.dispose]: () => rmSync(whole, { recursive: true, force: true }),
  };
}

export const trackText = (id: string, lessons: string[]) => `---
id: ${id}
title: Track ${id}
summary: What somebody can do after this track.
hue: 200
order: 1
lessons: [${lessons.join(', ')}]
---

Introduction of ${id}.
`;

export const lessonHead = (id: string, more = '') => `---
id: ${id}
title: Lesson ${id}
summary: What this lesson is about, in one sentence.
level: junior
minutes: 10
skills: [programming]
objectives: [add numbers with care, say why it matters]
topics: [addition]
sources:
  - { title: First source, url: 'https://www.rfc-editor.org/rfc/rfc9110', for: the meaning }
  - { title: Second source, url: 'https://www.rfc-editor.org/rfc/rfc9111', for: the rest }
${more}---

`;

const check = (id: string) => `
:::check{#${id}}
Which is right?

- [ ] This

  It is not.

- [x] That

  It is.
:::
`;

/** Long enough, with code that prints what it says and two questions. */
export const lessonText = (id: string) => `${lessonHead(id)}## Adding

${'A number and another number make a third one. '.repeat(105)}

\`\`\`ts run
console.log(1 + 2);
\`\`\`

\`\`\`output
3
\`\`\`
${check('first')}${check('second')}`;

const wrong = (caughtBy: string, body: string) =>
  `// caught by: ${caughtBy}\nexport const add = (a: number, b: number) => ${body};\n`;

/** An exercise that fulfils every rule, by file name. */
export const exerciseFiles = (id = 'add-numbers'): Record<string, string> => ({
  'exercise.md': `---
id: ${id}
title: Add two numbers
summary: Add two numbers and return the sum of both.
kind: code
languages: [typescript]
level: junior
minutes: 5
skills: [programming]
---

Export \`add(a, b)\`, which returns the sum.

## Hints

1. What does plus do?
2. It adds:

   \`\`\`ts
   1 + 2;
   \`\`\`
3. Return \`a + b\`.

## After

There is one usual solution.
`,
  'starter.ts': 'export function add(a: number, b: number): number {\n  return a;\n}\n',
  'solution.ts': 'export function add(a: number, b: number): number {\n  return a + b;\n}\n',
  'tests.ts': `test('adds two numbers', async ({ call }) => {
  expect(await call('add', 1, 2)).toBe(3);
});
test('adds nothing', async ({ call }) => {
  expect(await call('add', 4, 0)).toBe(4);
});
`,
  'hidden.ts': `test('agrees with the reference on random numbers', async ({ call, reference, random }) => {
  const [a, b] = [random.int(-9, 9), random.int(-9, 9)];
  expect(await call('add', a, b)).toBe(await reference.call('add', a, b));
});
`,
  'alternatives/minus.ts': 'export const add = (a: number, b: number) => a - -b;\n',
  'wrong/second.ts': wrong('adds nothing', 'b'),
  'wrong/minus.ts': wrong('adds two numbers', 'a - b'),
  'wrong/times.ts': wrong('adds nothing', 'a * b'),
});

/** The files of `folder` under their place in a content folder. */
export function under(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}

/** A content folder in which nothing is wrong: one track, one lesson, one exercise, one topic. */
export const soundContent = (): Record<string, string> => ({
  'topics.yaml': '- { id: addition, title: Adding numbers }\n',
  'tracks/sums/track.md': trackText('sums', ['adding']),
  'tracks/sums/adding/lesson.md': lessonText('adding'),
  ...under('tracks/sums/adding/add-numbers', exerciseFiles()),
});
