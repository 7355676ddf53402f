import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { oncePerProcess } from '#lib/once-per-process';

/**
 * How often something may be done. Counted in memory: a restart forgives, and one web process is all there is.
 * Addresses are counted only where there is nothing better, because a class or an office shares one.
 */
const rules = {
  /** A run takes tens of milliseconds of a core; nobody types faster than this. */
  grading: { points: 40, duration: 60 },
  /** Each answer to a question is a row; reading it takes longer than this. */
  answers: { points: 60, duration: 60 },
  /** Saving, deleting and keeping one's stories; a pause of typing is 0.8 s long, so nobody who writes saves as often. */
  stories: { points: 120, duration: 60 },
  /** Drawing looks at some dozens of mocks; nobody begins more in an hour, and a class that tries it out may. */
  mocks: { points: 60, duration: 3600 },
  /** A new guest is a new allowance for grading, so an address gets a class's worth of them. */
  newGuest: { points: 120, duration: 3600 },
  /** Somebody who mistypes gets five tries a minute from where they are. */
  signInByAddressAndEmail: { points: 5, duration: 60 },
  /** A guesser with many addresses gets 30 tries at one account in a quarter of an hour. */
  signInByEmail: { points: 30, duration: 900 },
  /** Signing up costs an Argon2 hash and tells whether an address is taken. */
  signUpByAddress: { points: 30, duration: 3600 },
  /** Somebody who goes through a lesson with care; a person reads each. */
  report: { points: 10, duration: 3600 },
  /** A guest is soon a new one, so an address gets what a class may have to say. */
  reportByAddress: { points: 60, duration: 3600 },
  /** A class may forget its passwords after the holidays; nobody floods mailboxes from one place. */
  resetByAddress: { points: 30, duration: 3600 },
  /** What one mailbox gets in an hour, however many ask. */
  resetByEmail: { points: 3, duration: 3600 },
  /** Setting a password by a link costs an Argon2 hash. */
  resetUseByAddress: { points: 30, duration: 900 },
  /** Whoever sits at an unlocked screen does not get to guess the password by the hundred. */
  confirmByUser: { points: 10, duration: 300 },
  /** A change of address sends two mails, one of them to anybody. */
  emailChangeByUser: { points: 5, duration: 3600 },
  /** Nobody spells their name more often than this; each change is a row written. */
  nameChangeByUser: { points: 30, duration: 3600 },
  /** An export reads, and an import writes, all that a learner has. */
  exportByLearner: { points: 30, duration: 3600 },
  importByUser: { points: 10, duration: 3600 },
} as const;

export type Limit = keyof typeof rules;

/** Takes one from the allowance. Resolves to null, or to how long to wait when there is nothing left. */
export async function takeFrom(limit: Limit, key: string): Promise<{ retryAfterMs: number } | null> {
  try {
    await limiter(limit).consume(key);
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return { retryAfterMs: refused.msBeforeNext };
    throw refused;
  }
}

/** Fills the allowance up again, for somebody who has proved to be no guesser. */
export async function forgive(limit: Limit, key: string): Promise<void> {
  await limiter(limit).delete(key);
}

function limiter(limit: Limit): RateLimiterMemory {
  return oncePerProcess(`limit ${limit}`, () => new RateLimiterMemory({ keyPrefix: limit, ...rules[limit] }));
}
