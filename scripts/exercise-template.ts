import type { Kind } from '#content/schema';

/** The files of a new exercise by their path in its folder. What the author writes is marked FILL IN (check/placeholders.ts). */
export function exerciseTemplate(id: string, kind: Kind): Record<string, string> {
  return { 'exercise.md': exerciseText(id, kind), ...(kind === 'code' ? codeFiles : sqlFiles) };
}

const exerciseText = (id: string, kind: Kind) => `---
id: ${id}
title: FILL IN a title of a few words
summary: FILL IN one sentence for lists, of 20 to 200 characters
kind: ${kind}
languages: [${kind === 'sql' ? 'sql' : 'typescript'}]
level: junior # junior | mid | senior
minutes: 15
skills: [${kind === 'sql' ? 'databases' : 'programming'}]
---

FILL IN the situation at work, in a sentence or two.

FILL IN what to build, with its exact contract: ${kind === 'sql' ? 'columns by name and in order, which rows, how sorted' : 'names, shapes, units, errors'}.

## Hints

1. FILL IN a nudge.
2. FILL IN the idea.
3. FILL IN nearly the answer.

## After

FILL IN what a reviewer would say about the usual solutions, and when you would do it otherwise.
`;

const codeFiles: Record<string, string> = {
  'starter.ts': `// FILL IN the signature that the task names, with a body that loads and fails the tests.
export function solve(input: number[]): number[] {
  return input;
}
`,
  'solution.ts': `// FILL IN the reference, as a senior engineer would write it.
export function solve(input: number[]): number[] {
  return input.map((value) => value + 1);
}
`,
  'tests.ts': `// FILL IN the rules of the task, one test for each, named as the specification would say it.
test('adds one to each number', async ({ call }) => {
  expect(await call('solve', [1, 2])).toEqual([2, 3]);
});
`,
  'hidden.ts': `// FILL IN the edge cases, and keep a random case against the reference.
test('agrees with the reference on random numbers', async ({ call, reference, random }) => {
  const numbers = Array.from({ length: 20 }, () => random.int(-9, 9));
  expect(await call('solve', numbers)).toEqual(await reference.call('solve', numbers));
});
`,
  'alternatives/loop.ts': `// FILL IN another right solution, or remove this file if there is one natural way only.
export function solve(input: number[]): number[] {
  const result: number[] = [];
  for (const value of input) result.push(value + 1);
  return result;
}
`,
  'wrong/first-mistake.ts': wrongCode('a mistake that people really make', 'input.slice(1)'),
  'wrong/second-mistake.ts': wrongCode('another one', '[]'),
  'wrong/third-mistake.ts': wrongCode('a third one', 'input.toSorted()'),
};

const sqlFiles: Record<string, string> = {
  'setup.sql': `-- FILL IN the schema, or remove setup.sql and data/visible.sql and write db: bookshop into exercise.md.
create table items (id integer primary key, name text not null);
`,
  'data/visible.sql': `-- FILL IN a few rows that a person can take in at a glance.
insert into items values (1, 'lamp'), (2, 'desk');
`,
  'data/empty.sql': `-- FILL IN what this data set catches; name the file after it.
delete from items;
`,
  'starter.sql': `-- FILL IN what the learner begins with.
select
`,
  'solution.sql': `-- FILL IN the reference.
select name from items;
`,
  'wrong/first-mistake.sql': wrongQuery('a mistake that people really make'),
  'wrong/second-mistake.sql': wrongQuery('another one'),
  'wrong/third-mistake.sql': wrongQuery('a third one'),
};

function wrongCode(what: string, expression: string): string {
  return `// caught by: adds one to each number
// FILL IN ${what}; the line above names the test that is about it.
export function solve(input: number[]): number[] {
  return ${expression};
}
`;
}

function wrongQuery(what: string): string {
  return `-- caught by: visible
-- FILL IN ${what}; the line above names the data set that is about it.
select id from items;
`;
}
