import type { z } from 'zod';
import { answersFile } from '#lib/answers';
import type { LearnerFiles } from '#lib/verdict';

/** Answers that cannot be judged. The message is for the learner and says what is wrong and what to try. */
export class UnreadableAnswers extends Error {
  override name = 'UnreadableAnswers';
}

export function readAnswersFile<Schema extends z.ZodType>(files: LearnerFiles, schema: Schema): z.infer<Schema> {
  const text = files[answersFile];
  if (text === undefined) {
    throw new UnreadableAnswers(
      `There is no ${answersFile} in this submission. Answer on the page of the exercise and submit there.`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UnreadableAnswers(`${answersFile} is not JSON: ${(cause as Error).message}. ${remedy}`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, 3).map(({ path, message }) => {
    const where = path.length === 0 ? 'as a whole' : `at ${path.join('.')}`;
    return `${where}: ${message.replace(/^Invalid input: /, '')}`;
  });
  throw new UnreadableAnswers(
    `${answersFile} has another shape than this exercise reads, ${problems.join('; ')}. ${remedy}`,
  );
}

const remedy = 'Reload the page and answer there again.';
