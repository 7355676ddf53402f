import { recordsOf, workOf } from '#app/progress/records';
import { knownItems } from '#app/review/known-items';
import { suitsOf } from '#app/interview/mocks/suits';
import { linksOf } from '#db/accounts';
import type { Db } from '#db/client';
import { draftVersionsOf } from '#db/draft-versions';
import { draftsOf } from '#db/drafts';
import { pendingEmailOf } from '#db/email-changes';
import { goalOf } from '#db/goals';
import { formerGuestsOf, guestByToken, learnerOfUser } from '#db/learners';
import { lessonsOf } from '#db/lessons';
import { mockCodeOf } from '#db/mock-code';
import { mockOf, mocksOf } from '#db/mocks';
import { accountsOf, activeWithin, exerciseFigures, handedInToday, lastDays, totals, worstTests } from '#db/operator';
import { placementOf } from '#db/placements';
import { exerciseProgressOf, hintsBeforePassOf, progressOf } from '#db/progress';
import { queuedQuestions } from '#db/question-cards';
import { openReportCount, reportsThat } from '#db/reports';
import { cardsOf, comingCards, dueCounts, waitingCards } from '#db/review-cards';
import { selfScoresOf } from '#db/self-scores';
import { sessionById, sessionsOf } from '#db/sessions';
import { storiesOf, storyThemesOf } from '#db/stories';
import { lastPassedFiles, submissionOf, submissionPage, submissionsOf } from '#db/submissions';
import { userById } from '#db/users';
import { lastVisitOf } from '#db/visits';
import { dueUntil } from '#lib/review-schedule';

/** Whose request it is, and something of theirs to ask for. */
export type Subject = {
  learnerId: string;
  userId: string | null;
  sessionId: string | null;
  submissionId: string;
  mockId: string;
  exerciseId: string;
  file: string;
  /** Where the last page of their history begins. */
  oldest: string | null;
};

export type Asked = {
  /** The route as the access table names it, so that a test can tell whether this is still what it asks for. */
  route: string;
  name: string;
  of: 'learner' | 'owner';
  ask: (db: Db, subject: Subject, now: Date) => Promise<unknown>;
};

/** What precedes every request of somebody who is known. */
export async function whoAsks(db: Db, { userId, sessionId }: Subject): Promise<void> {
  if (userId === null || sessionId === null) await guestByToken(db, 'whose');
  else {
    await sessionById(db, sessionId);
    await learnerOfUser(db, userId);
  }
}

const aheadMs = 48 * 3_600_000;

/** Everything that pages and routes ask the database for about one learner, and what the operator's pages ask. */
export const requests: Asked[] = [
  {
    route: 'api/me',
    name: 'GET /api/me',
    of: 'learner',
    ask: async (db, { learnerId, userId }, now) => {
      await progressOf(db, learnerId);
      await lessonsOf(db, learnerId);
      await dueCounts(db, learnerId, now, knownItems());
      await hintsBeforePassOf(db, learnerId);
      if (userId !== null) await formerGuestsOf(db, learnerId);
      await selfScoresOf(db, learnerId);
      await lastVisitOf(db, learnerId);
      await queuedQuestions(db, learnerId);
    },
  },
  {
    route: 'progress/(overview)',
    name: '/progress',
    of: 'learner',
    ask: (db, { learnerId }, now) => recordsOf(db, learnerId, now),
  },
  {
    route: 'progress/history',
    name: '/progress/history, newest',
    of: 'learner',
    ask: (db, { learnerId }) => submissionPage(db, learnerId, { before: null, limit: 25 }),
  },
  {
    route: 'progress/history',
    name: '/progress/history, oldest',
    of: 'learner',
    ask: (db, { learnerId, oldest }) => submissionPage(db, learnerId, { before: oldest, limit: 25 }),
  },
  {
    route: 'progress/history/[submission]',
    name: '/progress/history/…, one',
    of: 'learner',
    ask: (db, { learnerId, submissionId }) => submissionOf(db, learnerId, submissionId),
  },
  {
    route: 'progress/readiness',
    name: '/progress/readiness, /api/readiness',
    of: 'learner',
    ask: async (db, { learnerId }, now) => {
      await workOf(db, learnerId);
      await storyThemesOf(db, learnerId);
      await mocksOf(db, learnerId, now);
    },
  },
  {
    route: 'progress/plan',
    name: '/progress/plan',
    of: 'learner',
    ask: async (db, { learnerId }) => {
      if (!(await goalOf(db, learnerId))) return;
      await lessonsOf(db, learnerId);
      await progressOf(db, learnerId);
      await placementOf(db, learnerId);
    },
  },
  {
    route: 'placement',
    name: '/placement',
    of: 'learner',
    ask: (db, { learnerId }) => placementOf(db, learnerId),
  },
  {
    route: 'api/review/deck',
    name: '/review (its deck)',
    of: 'learner',
    ask: async (db, { learnerId }, now) => {
      const known = knownItems();
      await comingCards(db, learnerId, dueUntil(new Date(now.getTime() + aheadMs)), now, { known });
      await waitingCards(db, learnerId, known);
    },
  },
  {
    route: 'review/cards',
    name: '/review/cards, Anki file',
    of: 'learner',
    ask: (db, { learnerId }) => cardsOf(db, learnerId),
  },
  {
    route: 'interview/mocks',
    name: '/interview/mocks',
    of: 'learner',
    ask: async (db, { learnerId }) => {
      await mocksOf(db, learnerId);
      await goalOf(db, learnerId);
    },
  },
  {
    route: 'interview/mocks/[mock]',
    name: '/interview/mocks/…, one',
    of: 'learner',
    ask: (db, { learnerId, mockId }) => mockOf(db, learnerId, mockId),
  },
  {
    route: 'interview/mocks/[mock]/report',
    name: '/interview/mocks/…/report',
    of: 'learner',
    ask: async (db, { learnerId, mockId }, now) => {
      const mock = await mockOf(db, learnerId, mockId);
      await mocksOf(db, learnerId, now);
      await workOf(db, learnerId);
      for (const { id } of mock?.submissions ?? []) await submissionOf(db, learnerId, id);
      for (const { id, type } of mock?.parts ?? []) {
        // Where nothing was handed in, what was saved is shown.
        if (type === 'exercise') await mockCodeOf(db, { learnerId, mockId, partId: id });
      }
    },
  },
  {
    route: 'api/mocks',
    name: 'POST /api/mocks, the draw',
    of: 'learner',
    ask: (db, { learnerId }) => suitsOf(db, learnerId, { kind: 'coding', level: 'mid' }),
  },
  {
    route: 'api/stories',
    name: '/interview/stories (its stories)',
    of: 'learner',
    ask: (db, { learnerId }) => storiesOf(db, learnerId),
  },
  {
    route: 'api/drafts/[exercise]',
    name: 'workbench, its drafts',
    of: 'learner',
    ask: async (db, { learnerId, exerciseId }) => {
      await lastPassedFiles(db, learnerId, exerciseId);
      await draftsOf(db, learnerId, exerciseId);
    },
  },
  {
    route: 'api/submissions',
    name: 'workbench, its submissions',
    of: 'learner',
    ask: (db, { learnerId, exerciseId }) => submissionsOf(db, learnerId, exerciseId),
  },
  {
    route: 'api/drafts/[exercise]/versions',
    name: 'workbench, its history',
    of: 'learner',
    ask: (db, { learnerId, exerciseId, file }) => draftVersionsOf(db, { learnerId, exerciseId, file }),
  },
  {
    route: 'practice/[exercise]/plain',
    name: '/practice/…/plain',
    of: 'learner',
    ask: async (db, { learnerId, exerciseId, submissionId }) => {
      await draftsOf(db, learnerId, exerciseId);
      await submissionOf(db, learnerId, submissionId);
      await exerciseProgressOf(db, learnerId, exerciseId);
      await lastPassedFiles(db, learnerId, exerciseId);
    },
  },
  {
    route: 'account',
    name: '/account',
    of: 'learner',
    ask: async (db, { userId }) => {
      if (userId === null) return;
      await userById(db, userId);
      await linksOf(db, userId);
      await sessionsOf(db, userId);
      await pendingEmailOf(db, userId);
    },
  },
  {
    route: 'operator',
    name: '/operator',
    of: 'owner',
    ask: async (db, _subject, now) => {
      await handedInToday(db, now);
      await openReportCount(db);
    },
  },
  {
    route: 'operator/exercises',
    name: '/operator/exercises',
    of: 'owner',
    ask: async (db, _subject, now) => {
      await exerciseFigures(db, 90, now);
      await worstTests(db);
      await openReportCount(db);
    },
  },
  {
    route: 'operator/learners',
    name: '/operator/learners, newest',
    of: 'owner',
    ask: (db, _subject, now) => learnersPage(db, 0, now),
  },
  {
    route: 'operator/learners',
    name: '/operator/learners, oldest',
    of: 'owner',
    ask: async (db, _subject, now) => learnersPage(db, (await totals(db)).accounts - 50, now),
  },
  {
    route: 'operator/reports',
    name: '/operator/reports',
    of: 'owner',
    ask: async (db) => {
      await reportsThat(db, 'open');
      await reportsThat(db, 'done');
      await openReportCount(db);
    },
  },
];

async function learnersPage(db: Db, offset: number, now: Date): Promise<void> {
  await totals(db);
  await activeWithin(db, 7, now);
  await activeWithin(db, 28, now);
  await lastDays(db, 14, now);
  await accountsOf(db, { limit: 50, offset: Math.max(0, offset) });
  await openReportCount(db);
}
