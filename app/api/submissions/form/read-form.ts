import { z } from 'zod';
import type { ExercisePage } from '#content/load';
import { answersFile } from '#lib/answers';
import type { LearnerFiles } from '#lib/verdict';
import { bodyBytesMax, readText } from '../../http/read-json.ts';

export const formType = 'application/x-www-form-urlencoded';

export type PostedForm = {
  exercise: string;
  /** Every file that was on the page, as it came. */
  sources: LearnerFiles;
  /** The revisions of the drafts that the page was made with. */
  revisions: Record<string, number>;
  /** The file that the learner chose to hand in, where there is a choice. */
  choice: string | null;
  /** quiz: the draw that was asked, as the page held it, and the chosen places by question. */
  draw: string | null;
  answers: Record<string, number[]>;
  /** review: the rows that were filled in. */
  marks: { from: number; to: number; defect: string }[];
};

/** What a page without scripts has posted; null for what is no such form, or is longer than any could be. */
export async function readForm(request: Request): Promise<PostedForm | null> {
  if (!request.headers.get('content-type')?.startsWith(formType)) return null;
  const text = await readText(request, bodyBytesMax);
  if (text === null) return null;
  const fields = new URLSearchParams(text);
  const exercise = fields.get('exercise');
  if (!exercise) return null;
  const named = (prefix: string) =>
    [...fields].flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
    );
  const revisions = named('revision:').flatMap(([name, value]) => {
    const revision = revisionSchema.safeParse(value);
    return revision.success ? [[name, revision.data] as const] : [];
  });
  // A form sends the line ends of the network; files have a line feed.
  const sources = named('file:').map(([name, value]) => [name, value.replaceAll('\r\n', '\n')] as const);
  return {
    exercise,
    sources: Object.fromEntries(sources),
    revisions: Object.fromEntries(revisions),
    choice: fields.get('choice'),
    draw: fields.get('draw'),
    marks: marksOf(fields),
    answers: Object.fromEntries(
      [...new Set(named('answer:').map(([name]) => name))].map((name) => [
        name,
        fields.getAll(`answer:${name}`).map(Number),
      ]),
    ),
  };
}

/** Rows of a review; the last line is the first one where it was left out. */
function marksOf(fields: URLSearchParams): PostedForm['marks'] {
  return Array.from({ length: marksMax }, (_, row) => {
    const field = (name: string) => fields.get(`mark:${row}:${name}`) ?? '';
    const from = Number(field('from'));
    return { from, to: Number(field('to')) || from, defect: field('defect') };
  }).filter(({ from, defect }) => from > 0 && defect !== '');
}

const marksMax = 50;

/** What is handed in: everything, or the chosen file; the one that was written in when the choice was left as it stood. */
export function handedIn({ kind, files, submits }: ExercisePage, form: PostedForm): LearnerFiles {
  const { sources, choice } = form;
  if (kind === 'review') return { [answersFile]: JSON.stringify({ marks: form.marks }) };
  if (kind === 'quiz') return { [answersFile]: quizAnswers(form) };
  const posted = files.filter(({ name }) => sources[name] !== undefined);
  if (submits === 'all') return Object.fromEntries(posted.map(({ name }) => [name, sources[name] ?? '']));
  const written = posted.filter(({ name, starter }) => sources[name] !== starter);
  const chosen = posted.find(({ name }) => name === choice) ?? posted[0];
  const isUntouched = chosen && !written.includes(chosen);
  const file = isUntouched && written.length === 1 ? written[0] : chosen;
  return file ? { [file.name]: sources[file.name] ?? '' } : {};
}

/** Checked like those of any page, where they are compared with the learner's own draw. */
function quizAnswers({ draw, answers }: PostedForm): string {
  try {
    return JSON.stringify({ draw: JSON.parse(draw ?? 'null') as unknown, answers });
  } catch {
    return '';
  }
}

const revisionSchema = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
