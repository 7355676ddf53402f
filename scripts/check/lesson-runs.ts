import type { PredictSegment, RunSegment, Segment } from '#content/compiled';
import { ContentError } from '#content/content-error';
import type { LessonSource } from '#content/read-tree';
import type { Grid } from '#lib/verdict';
import type { OpenSandbox } from '../open-sandbox.ts';
import { firstLine } from './lesson-text.ts';

/** Runs the code of a lesson and compares what it prints with what the lesson says. Returns every problem. */
export async function checkLessonRuns(
  lesson: LessonSource,
  segments: Segment[],
  sandbox: OpenSandbox,
): Promise<ContentError[]> {
  const problems: ContentError[] = [];
  for (const segment of segments) {
    if (segment.type !== 'run' && segment.type !== 'predict') continue;
    const problem = await differs(segment, sandbox);
    if (problem === null) continue;
    const name = `the block that begins "${firstLine(segment.source)}"`;
    problems.push(new ContentError(lesson.file, `${name} ${problem}`, 'Correct the code or its output block'));
  }
  return problems;
}

async function differs(segment: RunSegment | PredictSegment, sandbox: OpenSandbox): Promise<string | null> {
  const outcome = await sandbox.run(segment.language, segment.source, segment.database);
  if (outcome.status === 'unavailable') throw new Error(`The sandbox could not run it: ${outcome.message}`);
  const expected = normal(segment.output ?? '');
  if (outcome.status === 'errored') {
    // A lesson may show an error on purpose; then its message is the output.
    const shown = normal([outcome.console ?? '', outcome.message].join('\n'));
    return shown === expected ? null : `ends with an error (${outcome.message.replace(/\.$/, '')})`;
  }
  const actual = outcome.grid ? normal(gridText(outcome.grid)) : normal(outcome.console);
  if (segment.output === null || actual === expected) return null;
  return `prints ${JSON.stringify(actual.slice(0, 300))} and not what its output block says`;
}

/** Space around cells and at the ends of lines is for the author's eye alone. */
function normal(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trimEnd().replace(/\s*\|\s*/g, ' | '))
    .join('\n');
}

function gridText(grid: Grid): string {
  const line = (cells: (string | null)[]) => cells.map((cell) => cell ?? 'NULL').join(' | ');
  return [line(grid.columns), ...grid.rows.map(line)].join('\n');
}
