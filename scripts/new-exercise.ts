import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ContentError, findExercise } from '#content/exercise';
import { z } from 'zod';
import { idSchema } from '#content/schema';
import { exerciseTemplate, templateKinds, type TemplateKind } from './exercise-template.ts';

/** Makes an exercise folder with every file it needs. content:check then says what is left to write. */

const usage = `npm run new-exercise -- <lesson folder> <exercise-id> [--kind ${templateKinds.join('|')}]`;

try {
  console.log(main());
} catch (error) {
  console.error(error instanceof ContentError ? error.message : error);
  process.exitCode = 1;
}

function main(): string {
  const { values, positionals } = parseArgs({
    options: { kind: { type: 'string', default: 'code' } },
    allowPositionals: true,
  });
  const [lesson, id] = positionals;
  const kind = z.enum(templateKinds).safeParse(values.kind);
  if (lesson === undefined || id === undefined || positionals.length > 2 || !kind.success) return usage;
  return makeExercise(path.resolve(lesson), id, kind.data);
}

function makeExercise(lesson: string, id: string, kind: TemplateKind): string {
  if (!existsSync(lesson)) throw new ContentError(lesson, 'is no folder', 'Name the folder of a lesson');
  const shape = idSchema.safeParse(id);
  if (!shape.success) throw new ContentError(id, `is no id: it ${shape.error.issues[0]?.message}`, 'Choose another');
  const folder = path.join(lesson, id);
  if (existsSync(folder)) throw new ContentError(folder, 'is there already', 'Choose another id, or remove it');
  const other = findExercise(id);
  if (other) throw new ContentError(other.folder, `already has the id ${id}`, 'Choose another; ids are unique');
  for (const [name, text] of Object.entries(exerciseTemplate(id, kind))) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const shown = path.relative(process.cwd(), folder);
  return `Made ${shown}. Fill it in until this says nothing: npm run content:check -- ${shown}`;
}
