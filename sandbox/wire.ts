import { z } from 'zod';
import { gradingModeSchema, learnerFilesSchema, sourceBytesMax } from '#lib/verdict';

/** What the web process and the sandbox process say to each other over HTTP. Answers are the shapes of lib/verdict.ts. */

const who = {
  /** Only ever compared: one running submission for each. */
  learner: z.string().min(1).max(200),
  guest: z.boolean(),
};

export const gradeRequestSchema = z.strictObject({
  exercise: z.string().min(1).max(200),
  files: learnerFilesSchema,
  mode: gradingModeSchema,
  ...who,
});
export type GradeRequest = z.infer<typeof gradeRequestSchema>;

export const runRequestSchema = z.strictObject({
  language: z.enum(['typescript', 'sql']),
  source: z.string().max(sourceBytesMax),
  database: z.string().max(200).nullish(),
  ...who,
});
export type RunRequest = z.infer<typeof runRequestSchema>;

export const layersSchema = z.object({
  otherUser: z.boolean(),
  namespaces: z.boolean(),
  limits: z.array(z.string()),
  endsWithParent: z.boolean(),
});

/** First line on the sandbox process's standard output, and the answer of GET /health. */
export const healthSchema = z.object({
  status: z.literal('ready'),
  pid: z.int(),
  address: z.string(),
  kernelLayer: z.boolean(),
  layers: layersSchema,
  runtimes: z.record(z.string(), z.record(z.string(), z.unknown())),
  queue: z.object({ running: z.int(), waiting: z.int() }),
});
export type Health = z.infer<typeof healthSchema>;

/** Largest request: a file of 64 KB whose every character is escaped in JSON, and the rest. */
export const requestBytesMax = 6 * sourceBytesMax + 4096;

/** Sent by the client with every request when there is a token. */
export const authorizationOf = (token: string): string => `Bearer ${token}`;
