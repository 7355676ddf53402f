const subject = (body: string): string => `export function solve(input: number[]): number[] {
  ${body}
}
`;

const suite = (name: string, expectation: string): string => `import { expect, test } from 'vitest';
import { solve } from './subject';

test('${name}', () => {
  ${expectation}
});
`;

const addsOne = 'return input.map((value) => value + 1);';
const defects: [file: string, title: string, body: string][] = [
  ['first-defect', 'leaves the first number out', 'return input.slice(1).map((value) => value + 1);'],
  ['second-defect', 'adds two', 'return input.map((value) => value + 2);'],
  [
    'third-defect',
    'changes the list that it is given',
    'for (const at of input.keys()) input[at]! += 1;\n  return input;',
  ],
  ['fourth-defect', 'sorts the numbers', 'return input.map((value) => value + 1).sort();'],
  ['fifth-defect', 'leaves zeros as they are', 'return input.map((value) => (value === 0 ? 0 : value + 1));'],
];

export const testsFiles: Record<string, string> = {
  'subject.ts': `// FILL IN the code under test, right as a senior engineer would write it.\n${subject(addsOne)}`,
  'correct/loop.ts': `// FILL IN code that keeps the contract in another way: other words in errors, other order of keys.\n${subject(
    'const result: number[] = [];\n  for (const value of input) result.push(value + 1);\n  return result;',
  )}`,
  ...Object.fromEntries(
    defects.map(([file, title, body], index) => [
      `defects/${file}.ts`,
      `// title: ${title}\n// hint: FILL IN where to look, without saying what is there\n${index === 0 ? '// visible\n' : ''}${subject(body)}`,
    ]),
  ),
  'starter.ts': `// FILL IN a first test, which passes on right code.\n${suite('takes numbers', 'expect(solve([])).toEqual([]);')}`,
  'solution.ts': `// FILL IN the suite that catches every defect.\n${suite(
    'adds one to each number',
    'const input = [3, 0, 9];\n  expect(solve(input)).toEqual([4, 1, 10]);\n  expect(input).toEqual([3, 0, 9]);',
  )}`,
  'wrong/too-little.ts': `// caught by: catches: changes the list that it is given\n// FILL IN a suite that tests too little; the line above names what it fails.\n${suite(
    'adds one',
    'expect(solve([3])).toEqual([4]);',
  )}`,
  'wrong/length-only.ts': `// caught by: catches: adds two\n// FILL IN another one.\n${suite(
    'keeps the length',
    'expect(solve([3, 0])).toHaveLength(2);',
  )}`,
  'wrong/asks-for-more.ts': `// caught by: accepts: the right implementation\n// FILL IN a suite that asks for what the contract does not promise.\n${suite(
    'refuses nothing',
    'expect(() => solve([])).toThrow();',
  )}`,
};
