import './zod-without-eval.ts';
import { z } from 'zod';

/** Every `code` an answer of ours can carry. The interface chooses its words by it, so a code is never renamed. */
export const problemCodeSchema = z.enum([
  'account-required',
  'already-grading',
  'cross-site',
  'draft-conflict',
  'email-taken',
  'hint-out-of-order',
  'internal',
  'invalid-request',
  'last-way-in',
  'method-not-allowed',
  'mock-not-begun',
  'mock-not-over',
  'mock-open',
  'mock-over',
  'not-confirmed',
  'not-enough-content',
  'not-found',
  'not-passed',
  'other-learner',
  'rate-limited',
  'sign-in-failed',
  'stale-draw',
  'stale-version',
  'too-large',
  'unknown-check',
  'unknown-exercise',
  'unknown-hint',
  'unknown-lesson',
]);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

/** RFC 9457 problem details. Members beyond these (`errors`, `current`) depend on the code, so they are let through. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: problemCodeSchema,
  /** With `invalid-request`: what is wrong with each field. */
  errors: z.record(z.string(), z.string()).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
