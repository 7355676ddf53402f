import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readExercise } from '#content/exercise';
import { checkContent } from '#scripts/check/check-content';
import { checkExerciseText } from '#scripts/check/exercise-text';
import { exerciseTemplate } from '#scripts/exercise-template';
import { type OpenSandbox, openSandbox } from '#scripts/open-sandbox';
import { contentFolder } from './content-folder.ts';

let sandbox: OpenSandbox;
beforeAll(() => {
  sandbox = openSandbox([]);
});
afterAll(async () => {
  await sandbox[Symbol.asyncDispose]();
});

/** What `new-exercise --kind lab` makes, filled in. */
const filledIn = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(exerciseTemplate('a-lab', 'lab')).map(([name, text]) => [
      name,
      text.replaceAll('FILL IN', 'Somebody wrote'),
    ]),
  );

async function problemsOf(files: Record<string, string>): Promise<string[]> {
  using content = contentFolder({ 'topics.yaml': '[]\n' });
  using lab = contentFolder(files);
  const { problems } = await checkContent({
    ...{ roots: [content.root], folders: [lab.root], accept: false, sandbox, cacheFolder: content.scratch },
    ...{ compilerVersion: 'test', proofVersion: 'test' },
  });
  return problems.map(({ message }) => message);
}

/** Without running anything. */
function textProblemsOf(files: Record<string, string>): string[] {
  using lab = contentFolder(files);
  try {
    return checkExerciseText(readExercise(lab.root, [])).map(({ message }) => message);
  } catch (error) {
    return [(error as Error).message];
  }
}

test('new-exercise makes a lab that is proved once it is filled in', { timeout: 120_000 }, async () => {
  expect(await problemsOf(filledIn())).toEqual([]);
});

test('what is left to write in a new lab is named', async () => {
  const problems = await problemsOf(exerciseTemplate('a-lab', 'lab'));
  for (const name of ['exercise.md', 'proof.ts', 'service.ts', 'exploits/climbs.ts', 'wrong/nothing-at-all.ts']) {
    expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`${name}:\\d+: still waits`))]));
  }
});

describe('each broken rule of a lab is one sentence of path, problem and remedy', { timeout: 120_000 }, () => {
  const all = filledIn();
  const patched = all['solution.ts'] ?? '';
  const vulnerable = all['service.ts'] ?? '';
  type Rule = [rule: string, changes: Record<string, string | undefined>, sentence: RegExp];
  const changed = (changes: Rule[1]): Record<string, string> =>
    Object.fromEntries(
      Object.entries({ ...all, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
  const brokenText: Rule[] = [
    ['no proof', { 'proof.ts': undefined }, /proof\.ts: .*Call proof\(/],
    [
      'two exploits',
      { 'exploits/detour.ts': undefined },
      /exploits: holds 2 exploits\. Add variants until there are 3/,
    ],
    [
      'no hidden exploit',
      Object.fromEntries(
        ['absolute', 'detour'].map((name) => [
          `exploits/${name}.ts`,
          (all[`exploits/${name}.ts`] ?? '').replace('// hidden\n', ''),
        ]),
      ),
      /exploits: has no hidden exploit/,
    ],
    [
      'an exploit without a title',
      { 'exploits/climbs.ts': (all['exploits/climbs.ts'] ?? '').replace('// title: ', '// ') },
      /climbs\.ts: has no title\. Begin it with the line "\/\/ title:/,
    ],
    [
      'a wrong patch that names no result',
      { 'wrong/nothing-at-all.ts': (all['wrong/nothing-at-all.ts'] ?? '').replace('works: shows', 'shows') },
      /nothing-at-all\.ts: is to be caught by "shows a note", which is no result/,
    ],
  ];
  const broken: Rule[] = [
    [
      'a right patch that lets an exploit through',
      { 'solution.ts': vulnerable },
      /solution\.ts: a right patch does not pass: it fails "patch: stops your own exploit"/,
    ],
    [
      'a service that is not vulnerable to one of the exploits',
      { 'exploits/detour.ts': (all['exploits/detour.ts'] ?? '').replace("'x/../../key'", "'x/key'") },
      /detour\.ts: does not work on the vulnerable service/,
    ],
    [
      'a starter that is an exploit',
      { 'starter.ts': all['exploits/climbs.ts'] },
      /starter\.ts: already gets what the exploit is to get/,
    ],
    ['a starter that throws', { 'starter.ts': "throw new Error('no');" }, /starter\.ts: does not run/],
    [
      'a wrong patch that is right',
      { 'wrong/keeps-the-slash.ts': `// caught by: patch: begins at the top\n${patched}` },
      /keeps-the-slash\.ts: was to be caught by "patch: begins at the top", but it passes everything/,
    ],
  ];
  test.each(brokenText)('%s', (_rule, changes, sentence) => {
    expect(textProblemsOf(changed(changes))).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]));
  });
  test.each(broken)('%s', async (_rule, changes, sentence) => {
    expect(await problemsOf(changed(changes))).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]));
  });
});
