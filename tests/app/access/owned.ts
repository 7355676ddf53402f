import type { MockPart } from '#lib/mock';
import type { Verdict } from '#lib/verdict';
import { emptyStory } from '#lib/story';
import { hash } from '@node-rs/argon2';
import { getTableName } from 'drizzle-orm';
import { keepVersions } from '#db/draft-versions';
import { saveDraft } from '#db/drafts';
import { createEmailChange } from '#db/email-changes';
import { exportedTables } from '#db/export-format';
import { setGoal } from '#db/goals';
import { startPlacement } from '#db/placements';
import { createGuest, learnerOfUser } from '#db/learners';
import { answerCheck, markLesson } from '#db/lessons';
import { saveAnswer, saveSelfReview } from '#db/mock-answers';
import { saveMockCode } from '#db/mock-code';
import { actOnMock, startMock } from '#db/mocks';
import { createPasswordReset } from '#db/password-resets';
import { takeHint } from '#db/progress';
import { queueQuestions } from '#db/question-cards';
import { saveReport } from '#db/reports';
import { saveSelfScore } from '#db/self-scores';
import { createSession } from '#db/sessions';
import { closeSubmission, openSubmission, openSubmissionOnce } from '#db/submissions';
import { keepStory, saveStory } from '#db/stories';
import * as tables from '#db/tables';
import { createUser } from '#db/users';
import { recordVisit } from '#db/visits';
import type { Db } from '#db/client';
import { passed } from '../../db/verdicts.ts';
import type { Browser } from '../browser.ts';
import { signedInAs } from '../signed-in.ts';
import type { Actor } from './routes.ts';

/** In everything that the learner wrote, and in their address: it is to appear before nobody else. */
export const marker = 'learnersmark';

export type Owned = {
  userId: string;
  learnerId: string;
  submissionId: string;
  reportId: string;
  /** Its round of behaviour has ended, the one about interfaces runs. */
  mockId: string;
  /** One that is over. */
  pastMockId: string;
  /** Of another device of the learner's. */
  sessionId: string;
  resetToken: string;
  emailToken: string;
  tables: readonly string[];
};

let knownHash: Promise<string> | undefined;

/** A learner with something in every table, beside others who have none of it; a browser for each of them. */
export async function ownedWorld(world: { db: Db; newBrowser: () => Browser }) {
  const { db } = world;
  const passwordHash = await (knownHash ??= hash('correct horse battery'));
  const account = async (email: string) => (await createUser(db, { email, name: null, passwordHash }))!.id;
  // The first account of a server is its owner's.
  const ownerId = await account('owner@example.org');
  const userId = await account(`${marker}@example.org`);
  const otherId = await account('other@example.org');
  await account('third@example.org');
  const owned = await fill(db, userId);
  const guest = world.newBrowser();
  guest.jar.set('underpin_guest', 'token-of-a-guest');
  await createGuest(db, 'token-of-a-guest');
  const browsers: Record<Actor, Browser> = {
    nobody: world.newBrowser(),
    guest,
    learner: await signedInAs(world, userId),
    other: await signedInAs(world, otherId),
    owner: await signedInAs(world, ownerId),
  };
  return { owned, browsers };
}

async function fill(db: Db, userId: string): Promise<Owned> {
  const learnerId = await learnerOfUser(db, userId);
  const submission = { learnerId, exerciseId: 'sums', contentHash: 'v1', files: { 'solution.ts': marker } };
  const submissionId = await openSubmission(db, submission);
  await closeSubmission(db, submissionId, { verdict: { ...passed, console: marker } as Verdict, contentHash: 'v1' });
  await keepVersions(db, { ...submission, reason: 'submit', submissionId });
  await saveDraft(db, { ...submission, file: 'solution.ts', source: `${marker} draft`, baseRevision: null });
  await takeHint(db, { learnerId, exerciseId: 'sums', number: 1 });
  await markLesson(db, { learnerId, lessonId: 'adding', done: true });
  await answerCheck(db, { learnerId, lessonId: 'adding', checkId: 'carry', correct: true });
  await recordVisit(db, learnerId, { kind: 'lesson', id: 'adding' });
  const score = { scores: { a: 2 }, pointsMax: 4, contentHash: 'v1' };
  await saveSelfScore(db, { learnerId, exerciseId: 'note', ...score });
  db.insert(tables.accounts)
    .values({ provider: 'oidc', providerAccountId: marker, userId, createdAt: new Date() })
    .run();
  await answerCheck(db, { learnerId, lessonId: 'adding', checkId: 'missed', correct: false });
  await queueQuestions(db, { learnerId, questionIds: ['paging'] });
  await setGoal(db, { learnerId, level: 'mid', days: 30, minutesPerDay: 60 });
  const story = { learnerId, id: 'story-of-the-learner', story: { ...emptyStory, title: marker } };
  await saveStory(db, { ...story, baseRevision: null });
  await keepStory(db, { ...story, story: { ...emptyStory, task: marker }, reason: 'restore' });
  await startPlacement(db, { learnerId, seed: marker, chosenLevel: null });
  const about = { itemKind: 'lesson', itemId: 'adding', contentHash: 'v1', version: '1', kind: 'other' } as const;
  return {
    userId,
    learnerId,
    submissionId,
    pastMockId: await pastMock(db, learnerId),
    mockId: await startedMock(db, learnerId),
    reportId: await saveReport(db, { learnerId, ...about, text: marker, files: null }),
    sessionId: await createSession(db, { userId, userAgent: marker }),
    resetToken: await createPasswordReset(db, userId),
    emailToken: await createEmailChange(db, { userId, email: `new-${marker}@example.org` }),
    tables: exportedTables,
  };
}

async function pastMock(db: Db, learnerId: string): Promise<string> {
  const part = { type: 'question', id: 'told', round: 'behavioural', questionId: 'conflict', form: 'star' } as const;
  const mock = { learnerId, kind: 'behavioural', level: 'mid', language: null, seed: marker } as const;
  const { id: mockId } = await startMock(db, { ...mock, parts: [{ ...part, minutes: 10 }] });
  await actOnMock(db, { learnerId, mockId, action: 'finish', round: 'behavioural' });
  return mockId;
}

async function startedMock(db: Db, learnerId: string): Promise<string> {
  const parts: MockPart[] = [
    { type: 'question', id: 'told', round: 'behavioural', minutes: 10, questionId: 'conflict', form: 'star' },
    { type: 'question', id: 'asked', round: 'api-design', minutes: 25, questionId: 'paging', form: 'api' },
    { type: 'exercise', id: 'built', round: 'api-design', minutes: 20, exerciseId: 'sums' },
  ];
  const mock = { learnerId, kind: 'loop', level: 'mid', language: null, seed: marker, parts } as const;
  const { id: mockId } = await startMock(db, { ...mock, parts });
  const answer = { sections: { situation: marker }, diagram: '' };
  await saveAnswer(db, { learnerId, mockId, partId: 'told', answer, version: 0 });
  await actOnMock(db, { learnerId, mockId, action: 'finish', round: 'behavioural' });
  const review = { points: [], flags: [], note: marker };
  await saveSelfReview(db, { learnerId, mockId, partId: 'told', review, version: 0 });
  await actOnMock(db, { learnerId, mockId, action: 'begin', round: 'api-design' });
  const code = { learnerId, mockId, partId: 'built', file: 'solution.ts', source: marker, baseRevision: null };
  await saveMockCode(db, code);
  const submission = { learnerId, exerciseId: 'sums', contentHash: 'v1', files: { 'solution.ts': marker } };
  const clientKey = '00000000-0000-4000-8000-000000000001';
  await openSubmissionOnce(db, { ...submission, clientKey, mock: { mockId, partId: 'built' } });
  return mockId;
}

/** Every row of the learner's and of their account, to compare: only they may change one. */
export function rowsOf(db: Db, { userId, learnerId }: Owned): string {
  const ofUser = [tables.accounts, tables.sessions, tables.passwordResets, tables.emailChanges].map((table) =>
    db.$client.prepare(`select * from ${getTableName(table)} where user_id = ? order by 1`).all(userId),
  );
  const ofLearner = exportedTables.map((name) =>
    db.$client
      .prepare(`select * from ${getTableName(tables[name])} where learner_id = ? order by 1, 2, 3, 4`)
      .all(learnerId),
  );
  return JSON.stringify([db.$client.prepare('select * from users where id = ?').get(userId), ofUser, ofLearner]);
}
