import { ContentError } from './content-error.ts';

/** Markdown of the three parts of an exercise.md; a part that is not there is empty. */
export type ExerciseSections = { task: string; hints: string[]; after: string };

/**
 * Splits the body at `## Hints` and `## After`. By lines and not with the Markdown parser: the sandbox reads exercises
 * too, and has no use for the parser's weight.
 */
export function splitExercise(file: string, body: string, bodyLine: number): ExerciseSections {
  const parts = { task: [] as string[], hints: [] as string[], after: [] as string[] };
  let part: keyof typeof parts = 'task';
  let hintsLine = bodyLine;
  const inFence = fenceTracker();
  for (const [index, line] of body.split(/\r?\n/).entries()) {
    const heading = inFence(line) ? undefined : /^## (Hints|After)\s*$/.exec(line)?.[1];
    if (heading === undefined) {
      parts[part].push(line);
      continue;
    }
    const next = heading === 'Hints' ? 'hints' : 'after';
    if (part === 'after' || part === next) {
      throw new ContentError(
        `${file}:${bodyLine + index}`,
        `## ${heading} stands in the wrong place`,
        'Write the task, then ## Hints, then ## After, each once',
      );
    }
    part = next;
    if (part === 'hints') hintsLine = bodyLine + index;
  }
  return {
    task: parts.task.join('\n').trim(),
    hints: splitList(`${file}:${hintsLine}`, parts.hints),
    after: parts.after.join('\n').trim(),
  };
}

/** Answers for one line after another whether it lies inside a fenced code block. */
function fenceTracker(): (line: string) => boolean {
  let fence: string | undefined;
  return (line) => {
    const marker = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (marker === undefined) return fence !== undefined;
    if (fence === undefined) fence = marker;
    else if (marker.startsWith(fence)) fence = undefined;
    return true;
  };
}

/** The items of an ordered list, each without its number and indentation. */
function splitList(at: string, lines: string[]): string[] {
  const items: string[][] = [];
  for (const line of lines) {
    const first = /^\d+[.)] +(.*)$/.exec(line)?.[1];
    if (first !== undefined) {
      items.push([first]);
      continue;
    }
    const item = items.at(-1);
    if (item && (line.trim() === '' || /^ {2,}/.test(line))) item.push(line.replace(/^ {1,3}/, ''));
    else if (line.trim() !== '') {
      throw new ContentError(
        at,
        `## Hints holds something other than a numbered list ("${line.slice(0, 40)}")`,
        'Begin each hint with "1. " and indent the lines that follow it by three spaces',
      );
    }
  }
  return items.map((item) => item.join('\n').trim());
}
