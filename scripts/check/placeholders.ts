import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentError } from '#content/content-error';
import { filesIn } from '#content/folders';

/** What new-exercise leaves for the author to write begins with this; nothing else in content says it. */
export const placeholder = 'FILL IN';

/** Every place of an exercise that is still as new-exercise made it. */
export function placeholdersIn(folder: string): ContentError[] {
  const files = ['', 'alternatives', 'wrong', 'data', 'correct', 'defects', 'exploits'].flatMap((part) =>
    filesIn(path.join(folder, part)).map((name) => path.join(folder, part, name)),
  );
  return files.filter((file) => existsSync(file)).flatMap(placeholdersOf);
}

function placeholdersOf(file: string): ContentError[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const found = line.indexOf(placeholder);
      if (found < 0) return [];
      const what = line
        .slice(found + placeholder.length)
        .replace(/^[\s:]+/, '')
        .replace(/[.'"`;)*/\s]+$/, '');
      return [
        new ContentError(
          `${file}:${index + 1}`,
          `still waits for ${what}`,
          `Write it in place of the words ${placeholder}`,
        ),
      ];
    });
}
