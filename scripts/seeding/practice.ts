import {
  drafts,
  draftVersions,
  mockSubmissions,
  progress,
  reveals,
  reviewCards,
  submissions,
  visits,
} from '#db/tables';
import type { SeedExercise } from './content.ts';
import { idFrom, pick } from './random.ts';
import type { SeedLearner } from './learner.ts';
import { verdictOn } from './verdicts.ts';

/** What a learner's submissions for one exercise come to. */
type Tally = { exercise: SeedExercise; attempts: number; failures: number; passedAt: number | null; lastAt: number };

export type Practice = {
  handIn: (exercise: SeedExercise, at: number, passed: boolean, mock?: { mockId: string; partId: string }) => void;
  handedIn: () => number;
  /** Once everything is handed in. */
  close: () => void;
};

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
/** Of each file; the app keeps at most thirty. */
const versionsMax = 3;

/** A learner's practice: submissions, and all that follows from them. */
export function createPractice({ id: learnerId, random, beganAt, add }: SeedLearner): Practice {
  const tallies = new Map<string, Tally>();
  let count = 0;

  return {
    handedIn: () => count,

    handIn: (exercise, at, passed, mock) => {
      count += 1;
      const id = idFrom(random, 'sub');
      const files = pick(random, exercise.solutions);
      const verdict = verdictOn(exercise.tests, passed, random);
      const tests = verdict.status === 'unavailable' ? [] : verdict.tests;
      add(at, submissions, {
        id,
        learnerId,
        exerciseId: exercise.id,
        clientKey: idFrom(random, 'key'),
        contentHash: exercise.contentHash,
        files,
        createdAt: new Date(at),
        closedAt: new Date(at + 900),
        verdict,
        verdictStatus: verdict.status,
        passedTests: tests.filter(({ status }) => status === 'passed').length,
        totalTests: tests.length,
      });
      if (mock) add(at, mockSubmissions, { submissionId: id, learnerId, ...mock });
      const tally = tallies.get(exercise.id) ?? { exercise, attempts: 0, failures: 0, passedAt: null, lastAt: at };
      tallies.set(exercise.id, tally);
      tally.attempts += 1;
      tally.lastAt = Math.max(tally.lastAt, at);
      if (passed) tally.passedAt = Math.min(tally.passedAt ?? at, at);
      else if (tally.passedAt === null) tally.failures += 1;
      const [file = '', source = ''] = Object.entries(files)[0] ?? [];
      if (tally.attempts > versionsMax || file === '') return;
      const version = { learnerId, exerciseId: exercise.id, file, revision: tally.attempts, source };
      add(at, draftVersions, { ...version, reason: 'submit', submissionId: id, updatedAt: new Date(at) });
      if (tally.attempts === 1) add(at, drafts, { ...version, updatedAt: new Date(at), versionedAt: new Date(at) });
    },

    close: () => {
      for (const { exercise, attempts, failures, passedAt, lastAt } of tallies.values()) {
        const hints = random() < 0.2 ? 1 : 0;
        const exerciseId = exercise.id;
        add(lastAt, progress, {
          learnerId,
          exerciseId,
          status: passedAt === null ? 'attempted' : 'passed',
          passedAt: passedAt === null ? null : new Date(passedAt),
          passedContentHash: passedAt === null ? null : exercise.contentHash,
          attempts,
          failuresBeforePass: failures,
          hintsUsed: hints,
          solutionSeen: random() < 0.05,
          lastAt: new Date(lastAt),
        });
        const shown = { learnerId, exerciseId, number: 1, beforePass: true, shownAt: new Date(lastAt) };
        if (hints > 0) add(lastAt, reveals, { ...shown, kind: 'hint' });
        add(lastAt, visits, { learnerId, kind: 'exercise', itemId: exerciseId, visitedAt: new Date(lastAt) });
        if (failures === 0) continue;
        const scheduledDays = 1 + Math.floor(random() * 30);
        add(lastAt, reviewCards, {
          learnerId,
          kind: 'exercise',
          itemId: exerciseId,
          dueAt: new Date(lastAt + scheduledDays * dayMs),
          stability: 3,
          difficulty: 6,
          scheduledDays,
          reps: 3,
          lapses: 0,
          lastReviewAt: new Date(lastAt),
          failing: passedAt === null,
          createdAt: new Date(beganAt),
        });
      }
    },
  };
}

/** Hands in as many as are left of a learner's share, some minutes apart for each exercise. */
export function practise(learner: SeedLearner, practice: Practice): void {
  const { random, share, content, now, someTime } = learner;
  let left = share - practice.handedIn();
  const exerciseCount = Math.max(1, Math.min(content.exercises.length, Math.ceil(left / 3)));
  const perExercise = Math.ceil(left / exerciseCount);
  const first = Math.floor(random() * content.exercises.length);
  for (let turn = 0; turn < exerciseCount && left > 0; turn += 1) {
    const exercise = content.exercises[(first + turn) % content.exercises.length]!;
    const attempts = turn === exerciseCount - 1 ? left : Math.min(left, perExercise);
    const passes = random() < 0.85;
    const beginsAt = someTime();
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const at = Math.min(now, beginsAt + attempt * 6 * minuteMs);
      practice.handIn(exercise, at, passes && attempt === Math.min(attempts - 1, 3));
    }
    left -= attempts;
  }
}
