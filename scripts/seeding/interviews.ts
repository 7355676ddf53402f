import { drawMock } from '#app/interview/mocks/draw';
import { mockAnswers, mockCode, mockReviews, mocks, reviewCards, selfScores, stories, storyVersions } from '#db/tables';
import { answerForms, mockKindSchema, type MockPart, type SelfReview, type WrittenAnswer } from '#lib/mock';
import { newRounds } from '#lib/mock-clock';
import { storiesMax, storyThemes, type Story } from '#lib/story';
import type { SeedLearner } from './learner.ts';
import type { Practice } from './practice.ts';
import { idFrom, pick, textOf, type Random } from './random.ts';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
const levels = ['junior', 'mid', 'senior'] as const;

/** What a learner did for interviews, as much of it as they work otherwise: the busiest is in mocks every third day. */
export function rehearse(learner: SeedLearner, practice: Practice): void {
  for (let count = Math.floor(learner.share / 20); count > 0; count -= 1) sitMock(learner, practice);
  tellStories(learner);
  queueQuestions(learner);
  scoreTexts(learner);
}

function sitMock({ id: learnerId, random, content, add, someTime }: SeedLearner, practice: Practice): void {
  const exercises = new Map(content.exercises.map((exercise) => [exercise.id, exercise]));
  const kind = pick(random, mockKindSchema.options);
  const level = pick(random, levels);
  const seed = idFrom(random, 'seed');
  const drawn = drawMock(content.draw, { kind, level, language: 'typescript', seed });
  if ('missing' in drawn) return;
  const startedAtMs = someTime();
  const mockId = idFrom(random, 'mck');
  let at = startedAtMs;
  const rounds = newRounds(drawn.parts, startedAtMs).map((round) => {
    const begunAtMs = at;
    at += round.minutes * minuteMs;
    const pauses = random() < 0.3 ? [{ fromMs: begunAtMs + minuteMs, toMs: begunAtMs + 3 * minuteMs }] : [];
    return { ...round, startedAtMs: begunAtMs, pauses, endedAtMs: at, ended: 'finished' as const };
  });
  add(startedAtMs, mocks, {
    id: mockId,
    learnerId,
    kind,
    level,
    language: 'typescript',
    seed,
    parts: drawn.parts,
    rounds,
    startedAt: new Date(startedAtMs),
    finishedAt: new Date(at),
    ended: 'finished',
  });
  for (const part of drawn.parts) {
    const own = { learnerId, mockId, partId: part.id };
    const exercise = part.type === 'exercise' ? exercises.get(part.exerciseId) : undefined;
    if (part.type === 'question') {
      add(at, mockAnswers, { ...own, answer: answerTo(part, random), version: 9, savedAt: new Date(at) });
      add(at, mockReviews, { ...own, review: reviewBy(random), version: 1, savedAt: new Date(at) });
    } else if (exercise) {
      const [file = '', source = ''] = Object.entries(exercise.solutions[2] ?? {})[0] ?? [];
      add(at, mockCode, { ...own, file, source, revision: 12, updatedAt: new Date(at) });
      practice.handIn(exercise, at, random() < 0.6, { mockId, partId: part.id });
    }
  }
}

function answerTo({ form }: Extract<MockPart, { type: 'question' }>, random: Random): WrittenAnswer {
  const sections = Object.fromEntries(answerForms[form].map((section) => [section, textOf(random, 500)]));
  return { sections, diagram: form === 'design' ? textOf(random, 600) : '' };
}

function reviewBy(random: Random): SelfReview {
  const points = Array.from({ length: 5 }, () => pick(random, ['met', 'partly', 'missed'] as const));
  return { points, flags: [random() < 0.2, false], note: textOf(random, 200) };
}

function tellStories({ id: learnerId, share, random, add, someTime }: SeedLearner): void {
  for (let count = Math.min(storiesMax, Math.floor(share / 25)); count > 0; count -= 1) {
    const at = someTime();
    const id = idFrom(random, 'story').toLowerCase().replaceAll('_', '-');
    const story = storyBy(random);
    const moments = { createdAt: new Date(at), updatedAt: new Date(at + dayMs), versionedAt: new Date(at) };
    add(at, stories, { learnerId, id, story, revision: 9, ...moments });
    for (const revision of [3, 5, 7]) {
      const updatedAt = new Date(at + revision * minuteMs);
      add(at, storyVersions, { learnerId, storyId: id, revision, story: storyBy(random), reason: 'edit', updatedAt });
    }
  }
}

function storyBy(random: Random): Story {
  return {
    title: textOf(random, 40),
    themes: [pick(random, storyThemes)],
    situation: textOf(random, 250),
    task: textOf(random, 150),
    action: textOf(random, 700),
    result: textOf(random, 250),
    otherwise: textOf(random, 200),
  };
}

/** As many questions of the bank in the queue as fit somebody who works that much; the busiest have all of them. */
function queueQuestions({ id: learnerId, share, random, content, now, add, someTime }: SeedLearner): void {
  for (const itemId of content.questions.slice(0, Math.floor(share / 2))) {
    const createdAt = new Date(someTime());
    const own = { learnerId, kind: 'question', itemId, createdAt, lapses: 0, failing: false } as const;
    const at = createdAt.getTime();
    if (random() < 0.2) {
      const none = { stability: 0, difficulty: 0, scheduledDays: 0, reps: 0 };
      add(at, reviewCards, { ...own, ...none, state: 'new', dueAt: createdAt });
      continue;
    }
    const scheduledDays = 1 + Math.floor(random() * 60);
    const lastReviewAt = new Date(Math.max(at, now - Math.floor(random() * 60 * dayMs)));
    add(at, reviewCards, {
      ...own,
      dueAt: new Date(lastReviewAt.getTime() + scheduledDays * dayMs),
      stability: scheduledDays,
      difficulty: 5,
      scheduledDays,
      state: 'review',
      reps: 4,
      lastReviewAt,
      introducedAt: createdAt,
      clientKey: idFrom(random, 'key'),
    });
  }
}

function scoreTexts({ id: learnerId, random, content, add, someTime }: SeedLearner): void {
  for (const { id: exerciseId, contentHash } of content.texts) {
    if (random() > 0.3) continue;
    const scoredAt = new Date(someTime());
    const scores = { clarity: 2, evidence: 3, tone: 1 };
    add(scoredAt.getTime(), selfScores, {
      learnerId,
      exerciseId,
      scores,
      points: 6,
      pointsMax: 9,
      contentHash,
      scoredAt,
    });
  }
}
