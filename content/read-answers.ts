import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { ContentError } from './content-error.ts';
import { readNeeded } from './database.ts';
import { filesIn } from './folders.ts';
import { checkShape, readYaml } from './front-matter.ts';
import { type Questions, questionsSchema } from './quiz.ts';
import { type Findings, findingsSchema } from './review.ts';
import type { ExerciseMeta } from './schema.ts';
import { type Rubric, rubricSchema } from './write.ts';

/** What a review shows: `lines` is the text, one entry a line. */
export type Artefact = { name: string; lines: string[] };

/** What an exercise without code is made of. */
export type AnswersSource =
  | ({ kind: 'review'; artefact: Artefact } & Findings)
  | ({ kind: 'quiz' } & Questions)
  /** `model` is Markdown by the id of the section. */
  | ({ kind: 'write'; model: Record<string, string> } & Rubric);

/** Reads what stands beside exercise.md; undefined where there is code to write instead. Throws a ContentError. */
export function readAnswers(folder: string, { kind }: Pick<ExerciseMeta, 'kind'>): AnswersSource | undefined {
  const at = (name: string) => path.join(folder, name);
  switch (kind) {
    case 'review': {
      const findings = readShape(findingsSchema, at('findings.yaml'), 'Name the defects and where they are in it');
      return { kind, artefact: readArtefact(folder), ...findings };
    }
    case 'quiz':
      return { kind, ...readShape(questionsSchema, at('questions.yaml'), 'Write the pool of questions into it') };
    case 'write': {
      const rubric = readShape(rubricSchema, at('rubric.yaml'), 'Write the sections and the criteria into it');
      return { kind, ...rubric, model: readModel(at('model.md'), rubric) };
    }
    default:
      return undefined;
  }
}

function readShape<Schema extends z.ZodType>(schema: Schema, file: string, remedy: string): z.infer<Schema> {
  const value = readYaml(file, readNeeded(file, remedy));
  return checkShape(schema, file, value, 'Correct the file; docs/writing-exercises.md describes every key');
}

function readArtefact(folder: string): Artefact {
  const found = filesIn(folder).filter((name) => name.startsWith('artefact.'));
  const [name] = found;
  if (name === undefined || found.length > 1) {
    throw new ContentError(
      path.join(folder, name ?? 'artefact.diff'),
      name === undefined ? 'is missing' : `is one of ${found.length} artefacts`,
      'Put what is to be reviewed into one file named artefact, with the ending of its language',
    );
  }
  const text = readFileSync(path.join(folder, name), 'utf8').replace(/\r\n/g, '\n').replace(/\n+$/, '');
  return { name, lines: text.split('\n') };
}

/** The model answer has the labels of the sections as its headings, each once and in their order. */
function readModel(file: string, { sections }: Rubric): Record<string, string> {
  const text = readNeeded(file, 'Write the model answer into it, with the label of each section as a heading (## …)');
  const [before = '', ...parts] = text.split(/^## +/m);
  const headings = parts.map((part) => part.split('\n', 1)[0]?.trim() ?? '');
  const labels = sections.map(({ label }) => label);
  if (before.trim() !== '' || headings.join('\n') !== labels.join('\n')) {
    throw new ContentError(
      file,
      `has not the sections of rubric.yaml (it has ${headings.join(', ') || 'none'})`,
      `Give it these headings of second order and nothing above them: ${labels.join(', ')}`,
    );
  }
  return Object.fromEntries(
    sections.map(({ id }, index) => [id, (parts[index] ?? '').split('\n').slice(1).join('\n').trim()]),
  );
}
