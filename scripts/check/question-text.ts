import { ContentError } from '#content/content-error';
import type { QuestionSource } from '#content/read-questions';
import { countWords } from './lesson-text.ts';

const counts = { points: [3, 5], followUps: [2, 5], redFlags: [2, 4], lessonIds: [1, 4] } as const;
const designPoints = [5, 8] as const;
const names = {
  points: '## A strong answer adds',
  followUps: '## Follow-ups',
  redFlags: '## Red flags',
  lessonIds: '## Lessons',
} as const;

/** An answer that is said aloud, and one that is written in most of an hour. */
const words = { spoken: [100, 340], design: [450, 1000] } as const;
const designParts = ['Requirements', 'Estimates', 'Interface', 'Data', 'Architecture', 'Risks'];
const starParts = ['Situation', 'Task', 'Action', 'Result'];
const designMinutesMin = 30;

/** What a question must have, apart from being right. Returns every problem. */
export function checkQuestionText({ meta, file, sections }: QuestionSource): ContentError[] {
  const problems: ContentError[] = [];
  const report = (problem: string, remedy: string) => problems.push(new ContentError(file, problem, remedy));
  const isDesign = meta.kind === 'system-design' && meta.minutes >= designMinutesMin;
  for (const key of ['points', 'followUps', 'redFlags', 'lessonIds'] as const) {
    const [min, max] = isDesign && key === 'points' ? designPoints : counts[key];
    const { length } = sections[key];
    if (length < min || length > max) report(`${names[key]} has ${length} points`, `Write ${min} to ${max}`);
  }
  const [wordsMin, wordsMax] = isDesign ? words.design : words.spoken;
  const length = countWords(sections.answer.text);
  if (length < wordsMin || length > wordsMax) {
    report(`the answer has ${length} words`, `Write ${wordsMin} to ${wordsMax}, code not counted`);
  }
  if (countWords(sections.prompt.text) < 5)
    report('asks nothing before ## Answer', 'Write the question as it is asked');
  for (const followUp of sections.followUps) {
    if (/^\*\*[^*]+[?.]\*\*\s+\S/.test(followUp.text)) continue;
    const remedy = 'Write it as "**The question?** Its answer"';
    problems.push(new ContentError(`${file}:${followUp.line}`, 'is no follow-up with its answer', remedy));
  }
  const parts = [...sections.answer.text.matchAll(/^### (.+)$/gm)].map(([, title = '']) => title.trim());
  if (isDesign && parts.join() !== designParts.join()) {
    report(
      `the answer has the parts ${parts.join(', ') || 'of nothing'}`,
      `Write ### ${designParts.join(', ### ')}, in this order`,
    );
  }
  if (isDesign && !sections.answer.text.includes('```mermaid'))
    report('has no diagram', 'Draw it below ### Architecture');
  if (meta.kind === 'behavioural') {
    const missing = starParts.filter((part) => !new RegExp(`\\*\\*${part}\\b`).test(sections.answer.text));
    if (missing.length > 0) report(`the story has no ${missing.join(', ')}`, 'Begin each part with its name in bold');
  }
  return problems;
}
