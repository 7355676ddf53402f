import type { ExercisePage } from '#content/load';
import { learnerFilesSchema, sourceBytesMax, type LearnerFiles } from '#lib/verdict';
import { problem } from '../http/problem.ts';
import { tooLarge } from '../http/read-json.ts';

/** The files of a submission if they are those that the exercise takes; or the problem to answer with. */
export function wantedFiles(page: ExercisePage, posted: Record<string, string>): LearnerFiles | Response {
  // Lengths are looked at before the rest, so that code that is too long is told from a request that is malformed.
  if (Object.values(posted).some((source) => Buffer.byteLength(source) > sourceBytesMax)) {
    return tooLarge(`A file may be at most ${sourceBytesMax / 1024} KB.`);
  }
  const files = learnerFilesSchema.safeParse(posted);
  const names = page.files.map((file) => file.name);
  const wanted = page.submits === 'all' ? names.length : 1;
  const given = files.success ? Object.keys(files.data) : [];
  if (files.success && given.length === wanted && given.every((name) => names.includes(name))) return files.data;
  const expected = page.submits === 'all' ? `all its files: ${names.join(', ')}` : `one file: ${names.join(' or ')}`;
  return problem('invalid-request', `This exercise takes ${expected}.`);
}
