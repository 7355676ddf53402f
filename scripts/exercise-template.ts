import type { Kind } from '#content/schema';
import { codeFiles } from './templates/code.ts';
import { sqlFiles } from './templates/sql.ts';

/** The files of a new exercise by their path in its folder. What the author writes is marked FILL IN (check/placeholders.ts). */
export function exerciseTemplate(id: string, kind: TemplateKind): Record<string, string> {
  return { 'exercise.md': exerciseText(id, kind), ...templates[kind] };
}

const templates = { code: codeFiles, sql: sqlFiles } satisfies Partial<Record<Kind, Record<string, string>>>;

export type TemplateKind = keyof typeof templates;
export const templateKinds = Object.keys(templates) as TemplateKind[];

const exerciseText = (id: string, kind: TemplateKind) => `---
id: ${id}
title: FILL IN a title of a few words
summary: FILL IN one sentence for lists, of 20 to 200 characters
kind: ${kind}
languages: [${kind === 'sql' ? 'sql' : 'typescript'}]
level: junior # junior | mid | senior
minutes: 15
skills: [${kind === 'sql' ? 'databases' : 'programming'}]
---

FILL IN the situation at work, in a sentence or two.

FILL IN what to build, with its exact contract: ${kind === 'sql' ? 'columns by name and in order, which rows, how sorted' : 'names, shapes, units, errors'}.

## Hints

1. FILL IN a nudge.
2. FILL IN the idea.
3. FILL IN nearly the answer.

## After

FILL IN what a reviewer would say about the usual solutions, and when you would do it otherwise.
`;
