import { createEmptyCard, fsrs, Rating, S_MIN, State, type FSRS } from 'ts-fsrs';

/** `check` is a question of a lesson, `question` one of the question bank. */
export type CardKind = 'check' | 'exercise' | 'question';

/** `learning` and `relearning` are the steps of minutes and hours, after which a card is in `review` and counts in days. */
export type CardState = 'new' | 'learning' | 'review' | 'relearning';

/** What a card remembers. Without reviews there is no memory yet. */
export type CardMemory = {
  dueAt: Date;
  stability: number;
  difficulty: number;
  scheduledDays: number;
  state: CardState;
  /** Which of the steps of minutes and hours comes next. */
  learningSteps: number;
  reps: number;
  lapses: number;
  lastReviewAt: Date | null;
};

/** What is graded is `again` when it was wrong, `hard` after failures, `good` at once; `easy` is the learner's own word. */
export const reviewRatings = ['again', 'hard', 'good', 'easy'] as const;
export type ReviewRating = (typeof reviewRatings)[number];

/** After this many lapses a card has become a leech: showing it once more helps less than learning it afresh. */
export const leechLapses = 4;

/** So many questions are begun in the time below, so that adding a theme does not fill a week with reviews. */
export const newCardsMax = 20;
/** Shorter than a day, so that whoever reviews a little earlier each evening gets the day's share, in any time zone. */
export const newCardsWindowMs = 20 * 3_600_000;

/** docs/decisions/0013-steps-before-days.md says why the steps differ. */
const schedulers: Record<CardKind, FSRS> = {
  question: schedulerWith({ learning: ['10m', '4h'], relearning: ['10m'] }),
  check: schedulerWith({ learning: ['4h'], relearning: ['4h'] }),
  exercise: schedulerWith({ learning: ['4h'], relearning: ['4h'] }),
};

const ratings = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const;
const states = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
} as const;
const stateNames = { 0: 'new', 1: 'learning', 2: 'review', 3: 'relearning' } as const satisfies Record<
  State,
  CardState
>;

/** The memory after a review; `card` is null for the first one. */
export function afterReview(kind: CardKind, card: CardMemory | null, rating: ReviewRating, now: Date): CardMemory {
  // A server's clock that was set back must not make a review that comes before the last one.
  const at = card?.lastReviewAt && card.lastReviewAt > now ? card.lastReviewAt : now;
  const before = card && hasMemory(card) ? { ...createEmptyCard(at), ...known(card) } : createEmptyCard(at);
  const { card: after } = schedulers[kind].next(before, at, ratings[rating]);
  return {
    dueAt: after.due,
    stability: after.stability,
    difficulty: after.difficulty,
    scheduledDays: after.scheduled_days,
    state: stateNames[after.state],
    learningSteps: after.learning_steps,
    reps: after.reps,
    lapses: after.lapses,
    lastReviewAt: at,
  };
}

/**
 * Days are not meant to the minute: a card in `review` counts as due this long before its moment, so that what was
 * answered in the evening is there on the next morning. Steps of minutes and hours are meant as they are.
 */
const dueAheadMs = 10 * 3_600_000;

/** Cards in `review` whose moment is not after this one are due. */
export function dueUntil(now: Date): Date {
  return new Date(now.getTime() + dueAheadMs);
}

export function isDue({ dueAt, state }: Pick<CardMemory, 'dueAt' | 'state'>, now: Date): boolean {
  return dueAt <= (state === 'review' ? dueUntil(now) : now);
}

/** Whoever has nothing else left may see a card again this long before its step is over. */
export const learnAheadMs = 20 * 60_000;

/**
 * When a card was answered, of an answer that arrives `ageMs` after it was given. The age comes from a clock that may be
 * wrong or may have been set meanwhile: nobody answers in the future, before the last review, or before the card comes up.
 */
export function answeredAt(
  { dueAt, state, lastReviewAt }: Pick<CardMemory, 'dueAt' | 'state' | 'lastReviewAt'>,
  ageMs: number,
  now: Date,
): Date {
  const aheadMs = state === 'review' ? dueAheadMs : learnAheadMs;
  const earliestMs = Math.max(lastReviewAt?.getTime() ?? 0, dueAt.getTime() - aheadMs);
  return new Date(Math.min(now.getTime(), Math.max(now.getTime() - Math.max(0, ageMs), earliestMs)));
}

/** Nothing waits longer on a device that is in use, and a card that is made must not begin years ago. */
const gradedAgeMsMax = 30 * 86_400_000;

/**
 * The same of what is graded: it is told in lessons too, whether it is due or not, so only the last review bounds it, or
 * without one the making of the card. `card` is null for the answer that makes it.
 */
export function gradedAt(
  card: (Pick<CardMemory, 'lastReviewAt'> & { createdAt: Date }) | null,
  ageMs: number,
  now: Date,
): Date {
  const earliest = card && (card.lastReviewAt ?? card.createdAt);
  const givenMs = now.getTime() - Math.min(gradedAgeMsMax, Math.max(0, ageMs));
  return new Date(Math.min(now.getTime(), Math.max(givenMs, earliest?.getTime() ?? 0)));
}

type Step = `${number}m` | `${number}h`;

function schedulerWith({ learning, relearning }: { learning: Step[]; relearning: Step[] }): FSRS {
  return fsrs({
    request_retention: 0.9,
    maximum_interval: 365,
    enable_fuzz: false,
    enable_short_term: true,
    learning_steps: learning,
    relearning_steps: relearning,
  });
}

/** An imported file may say anything; the library throws at a memory that cannot be. */
function hasMemory({ reps, stability, difficulty }: CardMemory): boolean {
  return reps > 0 && stability >= S_MIN && difficulty >= 1;
}

function known({ dueAt, scheduledDays, learningSteps, state, lastReviewAt, ...rest }: CardMemory) {
  return {
    stability: rest.stability,
    difficulty: rest.difficulty,
    reps: rest.reps,
    lapses: rest.lapses,
    due: dueAt,
    scheduled_days: scheduledDays,
    learning_steps: learningSteps,
    state: states[state],
    last_review: lastReviewAt ?? dueAt,
  };
}
