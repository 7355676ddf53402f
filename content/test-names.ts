import path from 'node:path';
import { compileFunction } from 'node:vm';
import { transform } from 'sucrase';
import { ContentError } from './content-error.ts';
import type { Exercise } from './exercise.ts';
import { suiteNames } from './implementations.ts';
import { labResultNames } from './lab.ts';

export type TestNames = { visible: string[]; hidden: string[] };

/** The names of an exercise's tests, in order. For sql each data set is a test. Throws a ContentError. */
export function testNames(exercise: Exercise): TestNames {
  if (exercise.meta.kind === 'sql' && exercise.tests === '') {
    const names = (hidden: boolean) =>
      (exercise.database?.dataSets ?? []).filter((dataSet) => dataSet.hidden === hidden).map((dataSet) => dataSet.name);
    return { visible: names(false), hidden: names(true) };
  }
  if (exercise.implementations) return suiteNames(exercise.implementations);
  const names = {
    visible: namesIn(path.join(exercise.folder, 'tests.ts'), exercise.tests),
    hidden: namesIn(path.join(exercise.folder, 'hidden.ts'), exercise.hidden),
  };
  return exercise.lab ? labResultNames(exercise.lab, names) : names;
}

/** Runs the file with a `test` that only takes down names. Test files are trusted code, here as in the sandbox. */
function namesIn(file: string, source: string): string[] {
  const names: string[] = [];
  try {
    const { code } = transform(source, { transforms: ['typescript'], disableESTransforms: true, filePath: file });
    compileFunction(code, ['test', 'expect'], { filename: file })(
      (name: unknown) => void names.push(String(name)),
      undefined,
    );
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0]?.replace(`Error transforming ${file}: `, '') ?? '';
    throw new ContentError(
      file,
      `cannot be read: ${reason}`,
      'Correct it; a test file has no imports and does nothing but call test',
      { cause },
    );
  }
  return names;
}
