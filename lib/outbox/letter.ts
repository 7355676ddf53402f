import type { Problem } from '../api-call.ts';
import type { ReviewRating } from '../review-schedule.ts';
import type { MockPlace } from '../mock-clock.ts';
import type { LearnerFiles, Verdict } from '../verdict.ts';

/** What a learner did that the server has to hear of. */
export type Work =
  | { kind: 'submission'; exercise: string; title: string; files: LearnerFiles; mock?: MockPlace }
  | { kind: 'lesson'; lesson: string; done: boolean }
  | { kind: 'check'; lesson: string; check: string; correct: boolean }
  | { kind: 'rating'; question: string; rating: ReviewRating; reps: number };

/** Whether two submissions are of the same place: a mock interview has its own, apart from practice. */
export function isSamePlace(
  one: { exercise: string; mock?: MockPlace | undefined },
  other: { exercise: string; mock?: MockPlace | undefined },
): boolean {
  const { mockId, partId } = one.mock ?? {};
  return one.exercise === other.exercise && mockId === other.mock?.mockId && partId === other.mock?.partId;
}

/** Work on its way. Under its `key` the server takes it once, however often it is sent; it is sent as `owner`'s or not at all. */
export type Letter = {
  key: string;
  owner: string;
  /** When it was done by this device's clock, in milliseconds since 1970: what was done first is sent first. */
  atMs: number;
  work: Work;
  /** What the server said of a submission, until the learner has seen it. */
  outcome: Outcome | null;
};

export type Outcome = { type: 'verdict'; verdict: Verdict } | { type: 'refused'; problem: Problem };

/** What came of sending one. */
export type Sent =
  | { type: 'done'; verdict: Verdict | null }
  /** Nothing answered, or the server could not do it now. */
  | { type: 'later'; retryAfterMs: number | null; isOffline: boolean }
  /** The browser is signed in as somebody else, or as nobody. */
  | { type: 'sign-in' }
  | { type: 'refused'; problem: Problem };

/** Where letters are kept: the same for all tabs, and over restarts. */
export type LetterStorage = {
  all: () => Promise<Letter[]>;
  put: (letter: Letter) => Promise<void>;
  remove: (key: string) => Promise<void>;
};

/** How tabs of one browser keep out of each other's way. Resolves to null when another holds the name. */
export type TakeTurn = <Value>(name: string, inTurn: () => Promise<Value>) => Promise<Value | null>;
