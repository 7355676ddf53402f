import { createHash } from 'node:crypto';
import type { QuizDraw } from '#lib/answers';

/** A question of an attempt. `order` holds, for each place on the page, the option's index in the author's file. */
export type Drawn<Question> = { question: Question; order: number[] };

/**
 * What a learner is asked at an attempt. Only who they are and how often they have been graded decide it: reloading,
 * another tab or another device shows the same questions, and others come only at the price of an attempt.
 */
export function drawFor(given: { exercise: string; contentHash: string; learner: string; attempt: number }): QuizDraw {
  const { exercise, contentHash, learner, attempt } = given;
  return { seed: hash(exercise, learner).slice(0, 16), attempt, pool: contentHash.slice(0, 16) };
}

/**
 * The same questions in the same order for the same draw. Attempts walk round the learner's own order of the pool, so
 * that nothing comes again before all the rest has been asked. Places stand for options: where the author has put the
 * right one says nothing.
 */
export function drawQuestions<Question extends { id: string; options: readonly unknown[] }>(
  pool: readonly Question[],
  count: number,
  { seed, attempt }: QuizDraw,
): Drawn<Question>[] {
  const round = ranked(pool, ({ id }) => hash(seed, id));
  const first = (attempt * count) % round.length;
  const asked = Array.from(
    { length: Math.min(count, round.length) },
    (_, index) => round[(first + index) % round.length]!,
  );
  return ranked(asked, ({ id }) => hash(seed, attempt, id)).map((question) => ({
    question,
    order: ranked([...question.options.keys()], (option) => hash(seed, attempt, question.id, option)),
  }));
}

function ranked<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, key: key(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}

function hash(...parts: (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
