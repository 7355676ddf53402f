import { checkItem } from '#db/review-cards';
import { checkAnswers, checks, goals, lessonProgress, placements, reports, reviewCards, visits } from '#db/tables';
import type { SeedLearner } from './learner.ts';
import { idFrom, pick, textOf } from './random.ts';

const dayMs = 86_400_000;
const levels = ['junior', 'mid', 'senior'] as const;

/** Lessons read, their questions answered, and what a learner has asked of us: a starting point, a plan, a correction. */
export function read(learner: SeedLearner): void {
  const { id: learnerId, random, content, add, someTime } = learner;
  for (const { lesson: lessonId, check: checkId } of content.checks) {
    if (random() > 0.4) continue;
    const at = someTime();
    const right = random() < 0.7;
    const answered = { learnerId, lessonId, checkId };
    const attempts = right ? 1 : 2;
    add(at, checks, { ...answered, correct: true, firstCorrect: right, attempts, updatedAt: new Date(at) });
    add(at, checkAnswers, { ...answered, correct: right, answeredAt: new Date(at) });
    if (right) continue;
    add(at, checkAnswers, { ...answered, correct: true, answeredAt: new Date(at + 30_000) });
    add(at, reviewCards, {
      learnerId,
      kind: 'check',
      itemId: checkItem(lessonId, checkId),
      dueAt: new Date(at + Math.floor(random() * 200) * dayMs),
      stability: 0.2,
      difficulty: 6,
      scheduledDays: 1,
      reps: 1,
      lapses: 0,
      lastReviewAt: new Date(at),
      failing: false,
      createdAt: new Date(at),
    });
  }
  for (const itemId of content.lessons) {
    if (random() > 0.4) continue;
    const at = someTime();
    add(at, lessonProgress, { learnerId, lessonId: itemId, doneAt: new Date(at), updatedAt: new Date(at) });
    add(at, visits, { learnerId, kind: 'lesson', itemId, visitedAt: new Date(at) });
  }
  ask(learner);
}

function ask({ id: learnerId, index, random, content, beganAt, add, someTime }: SeedLearner): void {
  const level = pick(random, levels);
  const at = someTime();
  const isHeaviest = index === 0;
  if (isHeaviest || random() < 0.3) {
    add(at, goals, { learnerId, level, days: 60, minutesPerDay: 60, setAt: new Date(at) });
  }
  if (isHeaviest || random() < 0.5) {
    const asked = content.checks.slice(0, 12);
    add(beganAt, placements, {
      learnerId,
      seed: idFrom(random, 'seed'),
      answers: asked.map(({ lesson, check }) => ({ lesson, check, correct: random() < 0.7 })),
      startedAt: new Date(beganAt),
      updatedAt: new Date(beganAt),
    });
  }
  if (random() > 0.02) return;
  add(at, reports, {
    id: idFrom(random, 'rep'),
    learnerId,
    itemKind: 'lesson',
    itemId: pick(random, content.lessons),
    contentHash: 'seeded',
    version: '1',
    kind: 'unclear-text',
    text: textOf(random, 200),
    createdAt: new Date(at),
    doneAt: random() < 0.8 ? new Date(at + dayMs) : null,
  });
}
