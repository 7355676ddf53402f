import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readImplementations, suiteNames } from '#content/implementations';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true });
});

function folderWith(files: Record<string, string>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'implementations-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const code = 'export const solve = () => 1;\n';

test('what Run tries comes first, and names say nothing about a defect', () => {
  const folder = folderWith({
    'subject.ts': code,
    'correct/other.ts': code,
    'defects/a-late-one.ts': `// title: is late\n// hint: Look at the clock.\n${code}`,
    'defects/shown.ts': `// title: is shown\n// hint: Look here.\n// visible\n${code}`,
  });
  const implementations = readImplementations(folder);
  expect(implementations.map(({ name, hidden, isRight }) => [name, hidden, isRight])).toEqual([
    ['subject.ts', false, true],
    ['defects/shown.ts', false, false],
    ['correct/other.ts', true, true],
    ['defects/a-late-one.ts', true, false],
  ]);
  expect(implementations[3]).toMatchObject({ title: 'is late', hint: 'Look at the clock.' });
  expect(suiteNames(implementations)).toEqual({
    visible: ['accepts: the right implementation', 'catches: defect 1'],
    hidden: ['accepts: right implementation 2', 'catches: defect 2'],
  });
});

test.each([
  ['no subject.ts', {}, /subject\.ts/],
  [
    'a defect without a title',
    { 'subject.ts': code, 'defects/x.ts': `// hint: Here.\n${code}` },
    /x\.ts.*\/\/ title:/s,
  ],
  [
    'a defect without a hint',
    { 'subject.ts': code, 'defects/x.ts': `// title: is wrong\n${code}` },
    /x\.ts.*\/\/ hint:/s,
  ],
])('%s is an error that names the file', (_what, files, words) => {
  expect(() => readImplementations(folderWith(files))).toThrow(words);
});
