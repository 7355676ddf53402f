import type { Kind } from '#content/schema';
import { codeFiles } from './templates/code.ts';
import { labFiles } from './templates/lab.ts';
import { httpFiles } from './templates/http.ts';
import { quizFiles } from './templates/quiz.ts';
import { reviewFiles } from './templates/review.ts';
import { sqlFiles } from './templates/sql.ts';
import { testsFiles } from './templates/tests.ts';
import { writeFiles } from './templates/write.ts';

/** The files of a new exercise by their path in its folder. What the author writes is marked FILL IN (check/placeholders.ts). */
export function exerciseTemplate(id: string, kind: TemplateKind): Record<string, string> {
  return { 'exercise.md': exerciseText(id, kind), ...templates[kind] };
}

const templates = {
  code: codeFiles,
  http: httpFiles,
  sql: sqlFiles,
  lab: labFiles,
  tests: testsFiles,
  review: reviewFiles,
  quiz: quizFiles,
  write: writeFiles,
} satisfies Partial<Record<Kind, Record<string, string>>>;

export type TemplateKind = keyof typeof templates;
export const templateKinds = Object.keys(templates) as TemplateKind[];

const exerciseText = (id: string, kind: TemplateKind) => `---
id: ${id}
title: FILL IN a title of a few words
summary: FILL IN one sentence for lists, of 20 to 200 characters
kind: ${kind}
${isAnswered(kind) ? '' : `languages: [${kind === 'sql' ? 'sql' : 'typescript'}]\n`}level: junior # junior | mid | senior
minutes: 15
skills: [${kind === 'sql' ? 'databases' : 'programming'}]
---

FILL IN the situation at work, in a sentence or two.

FILL IN ${wanted(kind)}.
${kind === 'quiz' || kind === 'write' ? '' : hints}
## After

FILL IN ${isAnswered(kind) ? 'what to take along from it' : 'what a reviewer would say about the usual solutions, and when you would do it otherwise'}.
`;

const hints = `
## Hints

1. FILL IN a nudge.
2. FILL IN the idea.
3. FILL IN nearly the answer.
`;

/** Kinds without code: they have no language. */
const isAnswered = (kind: TemplateKind): boolean => ['review', 'quiz', 'write'].includes(kind);

function wanted(kind: TemplateKind): string {
  if (kind === 'review') return 'what the artefact is for, who sent it, and what the learner is to look for';
  if (kind === 'quiz') return 'what the questions are about';
  if (kind === 'write') return 'what to write, for whom, and the facts that the learner may use';
  if (kind === 'tests')
    return 'what ./subject exports, with its exact contract: every defect breaks one sentence of it';
  const contract =
    kind === 'sql' ? 'columns by name and in order, which rows, how sorted' : 'names, shapes, units, errors';
  return `what to build, with its exact contract: ${contract}`;
}
