import './zod-without-eval.ts';
import { z } from 'zod';

/** Why code of the learner's did not get as far as an answer. `crashed` is their process ending on its own. */
export const erroredReasonSchema = z.enum([
  'syntax',
  'type',
  'threw',
  'time-limit',
  'memory-limit',
  'output-limit',
  'no-answer',
  'crashed',
]);
export type ErroredReason = z.infer<typeof erroredReasonSchema>;

/** A place in the learner's own file; lines and columns count from 1. */
export const placeSchema = z.strictObject({
  file: z.string(),
  line: z.int().min(1),
  column: z.int().min(1).optional(),
});
export type Place = z.infer<typeof placeSchema>;

/** Rows as text, for showing. `null` is SQL's NULL. `rowsOmitted` counts rows beyond the ones kept here. */
export const gridSchema = z.strictObject({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string().nullable())),
  rowsOmitted: z.int().min(0).default(0),
});
export type Grid = z.infer<typeof gridSchema>;

/** Expected beside actual. `differing` holds [row, column] of each cell of `actual` that is not as expected. */
export const gridComparisonSchema = z.strictObject({
  expected: gridSchema,
  actual: gridSchema,
  differing: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
});
export type GridComparison = z.infer<typeof gridComparisonSchema>;

/** One statement that a learner's service sent to its database; parameters as SQL literals. */
export const statementSchema = z.strictObject({
  text: z.string(),
  parameters: z.array(z.string()),
  /** Null where it failed. */
  rowCount: z.int().min(0).nullable(),
  error: z.string().optional(),
});
export type Statement = z.infer<typeof statementSchema>;

const headersSchema = z.array(z.tuple([z.string(), z.string()]));

/** One request to a learner's service and what came back; `response` is null where there was no answer. */
export const exchangeSchema = z.strictObject({
  request: z.strictObject({ method: z.string(), path: z.string(), headers: headersSchema, body: z.string() }),
  response: z.strictObject({ status: z.int(), headers: headersSchema, body: z.string() }).nullable(),
  /** What the handler sent to the database meanwhile. */
  statements: z.array(statementSchema),
});
export type Exchange = z.infer<typeof exchangeSchema>;

/** A node of a query's plan, from EXPLAIN (FORMAT JSON); the root returns the rows. */
export const planNodeSchema = z.strictObject({
  /** `Index Scan`, `Hash Join` … */
  node: z.string(),
  /** The table it reads. */
  relation: z.string().optional(),
  index: z.string().optional(),
  /** Conditions, sort keys and the like, as PostgreSQL prints them. */
  details: z.array(z.tuple([z.string(), z.string()])),
  rowsPlanned: z.number().min(0),
  /** Null without ANALYZE. Rows of all loops together. */
  rowsActual: z.number().min(0).nullable(),
  loops: z.number().min(0).nullable(),
  /** Blocks of 8 KB that were read or found in the cache, with those of the nodes below. */
  buffers: z.number().min(0).nullable(),
  get children() {
    return z.array(planNodeSchema);
  },
});
export type PlanNode = z.infer<typeof planNodeSchema>;

export const testStatusSchema = z.enum(['passed', 'failed', 'errored', 'not-run']);
export type TestStatus = z.infer<typeof testStatusSchema>;

const lineRangeSchema = z.strictObject({ from: z.int().min(1), to: z.int().min(1) });

/** What answers without code were judged to be. Lines and right options are given once they may be seen. */
export const answerResultSchema = z.discriminatedUnion('type', [
  /** A defect of a reviewed artefact; `lines` is empty for one that was missed and may still be found. */
  z.strictObject({
    type: z.literal('finding'),
    severity: z.enum(['major', 'minor']),
    lines: z.array(lineRangeSchema),
  }),
  /** A mark where that defect is not. */
  z.strictObject({ type: z.literal('false-mark'), lines: lineRangeSchema, defect: z.string() }),
  /** A question; its options as they stood on the page. */
  z.strictObject({
    type: z.literal('question'),
    question: z.string(),
    options: z.array(z.strictObject({ chosen: z.boolean(), right: z.boolean(), explanation: z.string() })),
  }),
]);
export type AnswerResult = z.infer<typeof answerResultSchema>;

export const testResultSchema = z.strictObject({
  name: z.string(),
  status: testStatusSchema,
  /** Hidden tests run on submit only; their details are given once they have failed. */
  hidden: z.boolean(),
  durationMs: z.number().min(0),
  /** What the test did, one line each, in the language of the submission: `dedupe([3, 1, 3])`. */
  did: z.array(z.string()),
  reason: erroredReasonSchema.optional(),
  /** One or two sentences for the learner: what happened and what to try. */
  message: z.string().optional(),
  expected: z.string().optional(),
  actual: z.string().optional(),
  at: placeSchema.optional(),
  console: z.string().optional(),
  grids: gridComparisonSchema.optional(),
  /** The requests that the test sent, in order. */
  exchanges: z.array(exchangeSchema).optional(),
  plan: planNodeSchema.optional(),
  /** review and quiz: the finding, the mark or the question that this is about. */
  answer: answerResultSchema.optional(),
});
export type TestResult = z.infer<typeof testResultSchema>;

const version = z.literal(1);
const tests = z.array(testResultSchema);
const durationMs = z.number().min(0);
/** The most that the heap of the code held after any of its answers, with what was not yet collected. */
const memoryKb = z.int().min(0).optional();

const erroredSchema = z.strictObject({
  version,
  status: z.literal('errored'),
  reason: erroredReasonSchema,
  message: z.string(),
  at: placeSchema.optional(),
  console: z.string().optional(),
  tests,
  durationMs,
});

/** Ours, never the learner's: nothing is counted, and the same request may be sent again after `retryAfterMs`. */
const unavailableSchema = z.strictObject({
  version,
  status: z.literal('unavailable'),
  message: z.string(),
  retryAfterMs: z.int().min(0),
});

/** What grading says in the end. Stored as it is, so a change of shape needs a new `version`. */
export const verdictSchema = z.discriminatedUnion('status', [
  z.strictObject({ version, status: z.literal('passed'), tests, durationMs, memoryKb, console: z.string().optional() }),
  z.strictObject({ version, status: z.literal('failed'), tests, durationMs, memoryKb, console: z.string().optional() }),
  erroredSchema,
  unavailableSchema,
]);
export type Verdict = z.infer<typeof verdictSchema>;

/** The end of a run without tests: code in a lesson. `grid` is what the last query returned. */
export const runOutcomeSchema = z.discriminatedUnion('status', [
  z.strictObject({
    version,
    status: z.literal('ran'),
    console: z.string(),
    grid: gridSchema.optional(),
    exchanges: z.array(exchangeSchema).optional(),
    plan: planNodeSchema.optional(),
    durationMs,
  }),
  erroredSchema,
  unavailableSchema,
]);
export type RunOutcome = z.infer<typeof runOutcomeSchema>;

/** The same objects all the way: NDJSON lines from the sandbox, server-sent events to the browser. */
export const gradingEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('stored'), submission: z.string() }),
  z.strictObject({ type: z.literal('queued'), position: z.int().min(1) }),
  z.strictObject({ type: z.literal('started'), testCount: z.int().min(0) }),
  z.strictObject({ type: z.literal('test'), index: z.int().min(0), result: testResultSchema }),
  z.strictObject({ type: z.literal('verdict'), verdict: verdictSchema }),
]);
export type GradingEvent = z.infer<typeof gradingEventSchema>;

export const gradingModeSchema = z.enum(['run', 'submit']);
export type GradingMode = z.infer<typeof gradingModeSchema>;

/** 64 KB a file; measured in UTF-8 bytes so that what fits in the browser fits everywhere. */
export const sourceBytesMax = 64 * 1024;

/** The learner's files by name (`solution.ts`); the ending tells the language. Answers to questions are `answers.json`. */
export const learnerFilesSchema = z
  .record(
    z.string().regex(/^[a-z][a-z0-9-]*\.(ts|py|sql|json)$/, 'is not a file name of an exercise (solution.ts)'),
    z.string().refine((source) => new TextEncoder().encode(source).length <= sourceBytesMax, {
      message: `is longer than ${sourceBytesMax / 1024} KB; a submission this long is not graded`,
    }),
  )
  .refine((files) => [1, 2].includes(Object.keys(files).length), {
    message: 'must hold one file, or the two of a lab',
  });
export type LearnerFiles = z.infer<typeof learnerFilesSchema>;

export const languageSchema = z.enum(['typescript', 'python', 'sql']);
export type Language = z.infer<typeof languageSchema>;

export const fileEndings = { typescript: 'ts', python: 'py', sql: 'sql' } as const satisfies Record<Language, string>;
