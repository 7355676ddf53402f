import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { termGroups, type Spelling, type Term } from '#lib/posting/terms';
import { ContentError } from './content-error.ts';
import { checkShape, readYaml } from './front-matter.ts';
import type { LessonSource } from './read-tree.ts';
import { idSchema, skillSchema } from './schema.ts';

/** A spelling begins with a letter, a digit or a full stop: nothing else begins a word. */
const spellingSchema = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[\p{L}\p{N}.]/u, 'has to begin with a letter, a digit or a full stop');

export const termsSchema = z
  .array(
    z.strictObject({
      id: idSchema.describe('Permanent and unique among terms.'),
      name: spellingSchema.describe('As readers see it; a spelling like the others unless it is exact or ambiguous.'),
      group: z.enum(termGroups),
      skill: skillSchema.optional().describe('The skill of the readiness formula that it belongs to, if any.'),
      spellings: z.array(spellingSchema).default([]).describe('How else postings write it.'),
      exact: z.array(spellingSchema).default([]).describe('Spellings whose capitals count.'),
      ambiguous: z
        .array(spellingSchema)
        .default([])
        .describe('Exact, and counted only beside words that say what is meant.'),
      never: z.array(spellingSchema).default([]).describe('Phrases in which nothing is asked for.'),
      lessons: z.array(idSchema).default([]).describe('Ids of lessons that teach it.'),
      topics: z.array(idSchema).default([]).describe('Ids from topics.yaml; their lessons teach it.'),
      near: z.array(idSchema).default([]).describe('Ids from topics.yaml that carry over where it is not taught.'),
    }),
  )
  .min(1);
export type TermSource = z.infer<typeof termsSchema>[number] & { file: string };

/** The terms of all content folders; a broken list is left out and added to `errors`. */
export function readTerms(roots: string[], errors: ContentError[]): TermSource[] {
  return roots.flatMap((root) => {
    const file = path.join(root, 'interview', 'terms.yaml');
    if (!existsSync(file)) return [];
    try {
      const remedy = 'Correct it; content/terms.ts describes every key';
      const terms = checkShape(termsSchema, file, readYaml(file, readFileSync(file, 'utf8')), remedy);
      return terms.map((term) => ({ ...term, file }));
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      errors.push(error);
      return [];
    }
  });
}

/** As the page wants them; lessons that there are not are left out and added to `errors`. */
export function compileTerms(
  terms: readonly TermSource[],
  lessons: readonly LessonSource[],
  errors: ContentError[],
): Term[] {
  errors.push(...repeated(terms));
  return terms.map((term) => {
    const { id, name, group, skill = null } = term;
    const remedy = 'Correct it, or take it off the term';
    for (const lesson of term.lessons) {
      if (lessons.some(({ meta }) => meta.id === lesson)) continue;
      errors.push(new ContentError(term.file, `${id} names the lesson ${lesson}, which there is not`, remedy));
    }
    for (const topic of [...term.topics, ...term.near]) {
      if (lessons.some(({ meta }) => meta.topics.includes(topic))) continue;
      errors.push(new ContentError(term.file, `${id} names the topic ${topic}, which no lesson teaches`, remedy));
    }
    const idsOf = (topics: readonly string[], named: readonly string[] = []) =>
      lessons
        .filter(({ meta }) => named.includes(meta.id) || meta.topics.some((topic) => topics.includes(topic)))
        .map(({ meta }) => meta.id);
    const taught = idsOf(term.topics, term.lessons);
    const near = idsOf(term.near).filter((lesson) => !taught.includes(lesson));
    return { id, name, group, skill, spellings: spellingsOf(term), lessons: taught, near };
  });
}

function spellingsOf({ name, spellings, exact, ambiguous, never }: TermSource): Spelling[] {
  const isPlain = ![...exact, ...ambiguous].includes(name);
  return [
    ...[...(isPlain ? [name] : []), ...spellings].map((text): Spelling => ({ text, kind: 'plain' })),
    ...exact.map((text): Spelling => ({ text, kind: 'exact' })),
    ...ambiguous.map((text): Spelling => ({ text, kind: 'ambiguous' })),
    ...never.map((text): Spelling => ({ text, kind: 'never' })),
  ];
}

/** A spelling of two terms would be found for one of them alone. */
function repeated(terms: readonly TermSource[]): ContentError[] {
  const errors: ContentError[] = [];
  const seen = new Map<string, string>();
  for (const term of terms) {
    const key = `id ${term.id}`;
    if (seen.has(key)) errors.push(new ContentError(term.file, `${term.id} is listed twice`, 'Make one of the two'));
    seen.set(key, term.id);
    for (const { text, kind } of spellingsOf(term)) {
      const folded = (kind === 'plain' || kind === 'never' ? text.toLowerCase() : text).replaceAll(/[\s-]+/g, ' ');
      const other = seen.get(folded);
      if (other) {
        const problem =
          other === term.id ? `${term.id} has "${text}" twice` : `${term.id} and ${other} both have "${text}"`;
        errors.push(new ContentError(term.file, problem, 'Leave it with one of them'));
      }
      seen.set(folded, term.id);
    }
  }
  return errors;
}

/** The posting that the page offers to read; empty where the content brings none. */
export function readExamplePosting(roots: string[]): string {
  const files = roots.map((root) => path.join(root, 'interview', 'example-posting.txt'));
  const file = files.find((each) => existsSync(each));
  return file ? readFileSync(file, 'utf8').trim() : '';
}
