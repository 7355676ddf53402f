import { visit } from 'unist-util-visit';
import type { Segment } from '#content/compiled';
import { ContentError } from '#content/content-error';
import { parseMarkdown } from '#content/markdown';
import type { LessonSource } from '#content/read-tree';

const wordsMin = 900;
const wordsMax = 2000;
const checksMin = 2;

/** What a lesson must have, apart from code that prints what it says. Returns every problem. */
export function checkLessonText(lesson: LessonSource, segments: Segment[], exerciseIds: Set<string>): ContentError[] {
  const problems: ContentError[] = [];
  const report = (problem: string, remedy: string) => problems.push(new ContentError(lesson.file, problem, remedy));
  const words = countWords(lesson.body);
  if (words < wordsMin) report(`has ${words} words`, `Explain more: ${wordsMin} to ${wordsMax}, code not counted`);
  if (words > wordsMax) report(`has ${words} words`, `Cut it to ${wordsMax}, code not counted, or make it two lessons`);
  const checks = segments.filter((segment) => segment.type === 'check').length;
  if (checks < checksMin) report(`has ${checks} questions`, `Ask at least ${checksMin} with :::check`);
  const html = segments.flatMap((segment) => (segment.type === 'html' ? [segment.html] : []));
  const shows = segments.some((segment) => segment.type === 'run' || segment.type === 'predict');
  if (!shows && !html.some((part) => part.includes('<figure class="diagram"'))) {
    report('has neither a diagram nor code that runs', 'Add a ```mermaid or a ```ts run block');
  }
  for (const segment of segments) {
    if (segment.type !== 'run' || segment.output !== null) continue;
    report(
      `has a runnable block without output (${firstLine(segment.source)})`,
      'Write an output block right after it',
    );
  }
  for (const [, id = ''] of html.join('').matchAll(/href="\/practice\/([a-z0-9-]+)"/g)) {
    if (!exerciseIds.has(id)) report(`links to the exercise ${id}, which there is not`, 'Use the id of an exercise');
  }
  return problems;
}

/** Words a reader reads: text and code within it, not blocks of code. */
export function countWords(body: string): number {
  const parts: string[] = [];
  visit(parseMarkdown(body), (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') parts.push(node.value);
  });
  return parts
    .join(' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

export function firstLine(source: string): string {
  return source.split('\n')[0] ?? '';
}
