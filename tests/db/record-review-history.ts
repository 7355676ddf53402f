import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createEmptyCard, fsrs, Rating, State, type Card, type Grade } from 'ts-fsrs';

/**
 * Writes review-history.json: reviews of a dozen questions over a year, with what ts-fsrs says of each afterwards, fuzz
 * and our code left out. `node tests/db/record-review-history.ts` writes it again, and needs a reason to.
 */
const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: 365,
  enable_fuzz: false,
  enable_short_term: true,
  learning_steps: ['10m', '4h'],
  relearning_steps: ['10m'],
});

let seed = 20_260_101;
/** A linear congruential generator (Numerical Recipes): the same numbers on every machine. */
function chance(): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
}

function grade(): Grade {
  const drawn = chance();
  if (drawn < 0.22) return Rating.Again;
  if (drawn < 0.37) return Rating.Hard;
  return drawn < 0.87 ? Rating.Good : Rating.Easy;
}

const start = Date.UTC(2026, 0, 1, 8);
const reviews: object[] = [];
for (let number = 1; number <= 12; number += 1) {
  let card: Card = createEmptyCard(start);
  let atMs = start + Math.floor(chance() * 86_400_000);
  for (let count = 0; count < 20; count += 1) {
    const rating = grade();
    ({ card } = scheduler.next(card, new Date(atMs), rating));
    const { due, stability, difficulty, scheduled_days, learning_steps, reps, lapses, state } = card;
    reviews.push({
      question: `question-${number}`,
      at: new Date(atMs).toISOString(),
      rating: Rating[rating].toLowerCase(),
      after: { due, stability, difficulty, scheduled_days, learning_steps, reps, lapses, state: State[state] },
    });
    // Mostly when it is due or some time later, now and then well before.
    const waitMs = due.getTime() - atMs;
    atMs += Math.max(1000, Math.round(waitMs * (chance() < 0.15 ? chance() : 1 + chance() ** 3)));
  }
}
reviews.sort((one, other) => ((one as { at: string }).at < (other as { at: string }).at ? -1 : 1));
const file = path.join(import.meta.dirname, 'review-history.json');
writeFileSync(file, `[\n${reviews.map((review) => `  ${JSON.stringify(review)}`).join(',\n')}\n]\n`);
