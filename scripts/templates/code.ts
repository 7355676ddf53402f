export const codeFiles: Record<string, string> = {
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

function wrongCode(what: string, expression: string): string {
  return `// caught by: adds one to each number
// FILL IN ${what}; the line above names the test that is about it.
export function solve(input: number[]): number[] {
  return ${expression};
}
`;
}
