import { learners, sessions, users } from '#db/tables';
import type { SeedContent } from './content.ts';
import type { Add } from './inserts.ts';
import { createRandom, idFrom, type Random } from './random.ts';

/** Somebody made up, with all that is needed to make up what they did. */
export type SeedLearner = {
  id: string;
  /** 0 works most. */
  index: number;
  /** How many submissions are theirs. */
  share: number;
  beganAt: number;
  now: number;
  random: Random;
  content: SeedContent;
  add: Add;
  /** Some moment between their beginning and now. */
  someTime: () => number;
};

const dayMs = 86_400_000;
const yearMs = 365 * dayMs;

/** Every second one has an account, the others are guests. */
export function newLearner(
  { index, share, now, content }: Pick<SeedLearner, 'index' | 'share' | 'now' | 'content'>,
  add: Add,
): SeedLearner {
  const random = createRandom(20_261_121 + index);
  const id = idFrom(random, 'lrn');
  // Whoever works most has been here longest.
  const beganAt = now - Math.floor((index === 0 ? 1 : 0.1 + 0.9 * random()) * yearMs);
  const createdAt = new Date(beganAt);
  if (index % 2 === 1) {
    add(beganAt, learners, { id, guestTokenHash: idFrom(random, 'seed'), createdAt });
  } else {
    const userId = idFrom(random, 'usr');
    add(beganAt, users, { id: userId, email: `learner-${index}@example.com`, createdAt });
    add(beganAt, learners, { id, userId, createdAt });
    for (let device = 0; device < 1 + Math.floor(random() * 3); device += 1) {
      const lastSeenAt = new Date(now - Math.floor(random() * 60 * dayMs));
      const expiresAt = new Date(now + 30 * dayMs);
      add(now, sessions, { id: idFrom(random, 'ses'), userId, createdAt, lastSeenAt, expiresAt });
    }
  }
  const someTime = () => Math.floor(beganAt + random() * (now - beganAt));
  return { id, index, share, beganAt, now, random, content, add, someTime };
}

/** A few work a great deal, most a little, as people do: the busiest tenth hands in about a third of everything. */
export function sharesOf(learnerCount: number, submissionCount: number): number[] {
  const weights = Array.from({ length: learnerCount }, (_, index) => 1 / Math.sqrt(index + 4));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => Math.floor((submissionCount * weight) / sum));
  const missing = submissionCount - shares.reduce((total, share) => total + share, 0);
  for (let index = 0; index < missing; index += 1) shares[index % learnerCount]! += 1;
  return shares;
}
