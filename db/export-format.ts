import { z } from 'zod';
import { mockKindSchema, mockPartSchema, selfReviewSchema, writtenAnswerSchema } from '#lib/mock';
import { mockRoundSchema, roundEndSchema } from '#lib/mock-clock';
import { languageSchema, learnerFilesSchema, sourceBytesMax, verdictSchema } from '#lib/verdict';
import { storyIdSchema, storySchema } from '#lib/story';
import { goalLessonsMax } from './goals.ts';
import * as tables from './tables.ts';

export const exportVersion = 1;

/** Ids of content are checked for form alone: an exercise that is not here today may come tomorrow. */
const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,119}$/, 'is not an id');
const fileSchema = z.string().regex(/^[a-z][a-z0-9.-]{0,59}$/, 'is not a file name');
const hashSchema = z.string().min(1).max(128);
const countSchema = z.int().min(0).max(1_000_000);
const sourceSchema = z
  .string()
  .refine((source) => Buffer.byteLength(source) <= sourceBytesMax, `is longer than ${sourceBytesMax / 1024} KB`);

const earliest = Date.UTC(2020, 0, 1);
/** A clock may be wrong by some hours; a draft from next year would be the newest for a year. */
const futureMsMax = 86_400_000;
/** When something comes up again may well be years away. */
const comingMomentSchema = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .refine((date) => date.getTime() >= earliest, 'is before 2020');
const momentSchema = comingMomentSchema.refine(
  (date) => date.getTime() <= Date.now() + futureMsMax,
  'lies in the future',
);

/** Tables and columns that are about one server's own doings and mean nothing in a file. */
export const notExported: { tables: readonly string[]; columns: readonly string[] } = {
  // Under which ids a browser may still send what it did as a guest.
  tables: ['formerGuests'],
  // By which what a browser sends twice is told from something new.
  columns: ['learnerId', 'clientKey', 'checkAnswers.id'],
};

/**
 * One row of each table that has a `learner_id`, without it. The same schema describes what is exported and checks what is
 * imported. A test compares it with the tables: a new table or column needs a line here, and a change of meaning a new
 * `exportVersion`.
 */
const rowSchemas = {
  progress: z
    .strictObject({
      exerciseId: idSchema,
      status: z.enum(tables.progress.status.enumValues),
      passedAt: momentSchema.nullable(),
      passedContentHash: hashSchema.nullable(),
      attempts: countSchema,
      failuresBeforePass: countSchema,
      hintsUsed: countSchema,
      solutionSeen: z.boolean(),
      lastAt: momentSchema,
      importedAt: momentSchema.nullable(),
    })
    .refine(({ status, passedAt }) => (status === 'passed') === (passedAt !== null), {
      path: ['passedAt'],
      message: 'belongs to an exercise that is passed, and to no other',
    }),
  submissions: z.strictObject({
    id: z.string().max(64),
    exerciseId: idSchema,
    contentHash: hashSchema,
    files: learnerFilesSchema,
    createdAt: momentSchema,
    closedAt: momentSchema.nullable(),
    verdict: verdictSchema.nullable(),
    verdictStatus: z.string().max(40).nullable(),
    passedTests: countSchema.nullable(),
    totalTests: countSchema.nullable(),
    importedAt: momentSchema.nullable(),
  }),
  drafts: z.strictObject({
    exerciseId: idSchema,
    file: fileSchema,
    source: sourceSchema,
    revision: countSchema,
    updatedAt: momentSchema,
    versionedAt: momentSchema.nullable(),
  }),
  draftVersions: z.strictObject({
    exerciseId: idSchema,
    file: fileSchema,
    revision: countSchema,
    source: sourceSchema,
    reason: z.enum(tables.draftVersions.reason.enumValues),
    submissionId: z.string().max(64).nullable(),
    updatedAt: momentSchema,
  }),
  lessonProgress: z.strictObject({ lessonId: idSchema, doneAt: momentSchema.nullable(), updatedAt: momentSchema }),
  checks: z.strictObject({
    lessonId: idSchema,
    checkId: idSchema,
    correct: z.boolean(),
    firstCorrect: z.boolean(),
    attempts: countSchema,
    updatedAt: momentSchema,
  }),
  checkAnswers: z.strictObject({
    lessonId: idSchema,
    checkId: idSchema,
    correct: z.boolean(),
    answeredAt: momentSchema,
  }),
  reviewCards: z.strictObject({
    kind: z.enum(tables.reviewCards.kind.enumValues),
    itemId: z.string().regex(/^[a-z0-9][a-z0-9/-]{0,299}$/, 'is not the id of a card'),
    dueAt: comingMomentSchema,
    stability: z.number().min(0),
    difficulty: z.number().min(0),
    scheduledDays: countSchema,
    // Files from before there were steps of minutes and hours have none.
    state: z.enum(tables.reviewCards.state.enumValues).default('review'),
    learningSteps: countSchema.default(0),
    reps: countSchema,
    lapses: countSchema,
    lastReviewAt: momentSchema.nullable(),
    failing: z.boolean(),
    suspendedAt: momentSchema.nullable(),
    introducedAt: momentSchema.nullable().default(null),
    createdAt: momentSchema,
  }),
  goals: z.strictObject({
    level: z.enum(tables.goals.level.enumValues),
    days: z.int().min(1).max(730),
    minutesPerDay: z.int().min(10).max(720),
    // Files from before there were plans for a posting do not have it.
    lessonIds: z.array(idSchema).max(goalLessonsMax).nullable().default(null),
    setAt: momentSchema,
  }),
  mocks: z
    .strictObject({
      id: z.string().max(64),
      kind: mockKindSchema,
      level: z.enum(tables.mocks.level.enumValues),
      language: languageSchema.nullable(),
      seed: z.string().max(64),
      parts: z.array(mockPartSchema).min(1).max(40),
      rounds: z.array(mockRoundSchema).min(1).max(12),
      startedAt: momentSchema,
      finishedAt: momentSchema.nullable(),
      ended: roundEndSchema.nullable(),
    })
    .refine(({ finishedAt, ended }) => (finishedAt === null) === (ended === null), {
      path: ['ended'],
      message: 'belongs to a mock interview that is over, and to no other',
    }),
  mockAnswers: z.strictObject({
    mockId: z.string().max(64),
    partId: z.string().max(120),
    answer: writtenAnswerSchema,
    version: countSchema,
    savedAt: momentSchema,
  }),
  mockReviews: z.strictObject({
    mockId: z.string().max(64),
    partId: z.string().max(120),
    review: selfReviewSchema,
    version: countSchema,
    savedAt: momentSchema,
  }),
  mockCode: z.strictObject({
    mockId: z.string().max(64),
    partId: z.string().max(120),
    file: fileSchema,
    source: sourceSchema,
    revision: countSchema,
    updatedAt: momentSchema,
  }),
  mockSubmissions: z.strictObject({
    submissionId: z.string().max(64),
    mockId: z.string().max(64),
    partId: z.string().max(120),
  }),
  placements: z.strictObject({
    seed: z.string().max(64),
    answers: z.array(z.strictObject({ lesson: idSchema, check: idSchema, correct: z.boolean() })).max(200),
    chosenLevel: z.enum(tables.placements.chosenLevel.enumValues).nullable(),
    startedAt: momentSchema,
    updatedAt: momentSchema,
  }),
  reveals: z.strictObject({
    exerciseId: idSchema,
    kind: z.enum(tables.reveals.kind.enumValues),
    number: countSchema,
    beforePass: z.boolean(),
    shownAt: momentSchema,
  }),
  selfScores: z.strictObject({
    exerciseId: idSchema,
    scores: z.record(z.string().max(120), z.int().min(0).max(1000)),
    points: countSchema,
    pointsMax: countSchema,
    contentHash: hashSchema,
    scoredAt: momentSchema,
  }),
  stories: z.strictObject({
    id: storyIdSchema,
    story: storySchema,
    revision: countSchema,
    createdAt: momentSchema,
    updatedAt: momentSchema,
    versionedAt: momentSchema,
  }),
  storyVersions: z.strictObject({
    storyId: storyIdSchema,
    revision: countSchema,
    story: storySchema,
    reason: z.enum(tables.storyVersions.reason.enumValues),
    updatedAt: momentSchema,
  }),
  reports: z.strictObject({
    id: z.string().max(64),
    itemKind: z.enum(tables.reports.itemKind.enumValues),
    itemId: idSchema,
    contentHash: hashSchema,
    version: z.string().max(200),
    kind: z.string().max(60),
    text: z.string().max(20_000),
    files: learnerFilesSchema.nullable(),
    createdAt: momentSchema,
    doneAt: momentSchema.nullable(),
  }),
  visits: z.strictObject({
    kind: z.enum(tables.visits.kind.enumValues),
    itemId: idSchema,
    visitedAt: momentSchema,
  }),
} as const;

export type ExportedTable = keyof typeof rowSchemas;
export const exportedTables = Object.keys(rowSchemas) as ExportedTable[];

/** More rows of one kind than any learner has, so that a file cannot keep the server busy for minutes. */
const rowsMax = 100_000;

const tablesSchema = z.strictObject(
  // A file from before there was a table has none of its rows.
  Object.fromEntries(exportedTables.map((name) => [name, z.array(rowSchemas[name]).max(rowsMax).default([])])) as {
    [Name in ExportedTable]: z.ZodDefault<z.ZodArray<(typeof rowSchemas)[Name]>>;
  },
);

/** The whole file. `account` and `site` are there to be read; an import takes `tables` alone. */
export const exportSchema = z.strictObject({
  format: z.literal('underpin-export'),
  version: z.literal(exportVersion),
  exportedAt: z.iso.datetime(),
  site: z.string(),
  account: z.unknown(),
  tables: tablesSchema,
});
export type Export = z.infer<typeof exportSchema>;

/** Only the start of the file, to say what is wrong with one that is none of ours. */
export const exportHeadSchema = z.looseObject({ format: z.literal('underpin-export'), version: z.int() });

/** The columns of a table that are exported. */
export function exportedColumns(name: ExportedTable): string[] {
  return Object.keys(rowSchemas[name].shape);
}
