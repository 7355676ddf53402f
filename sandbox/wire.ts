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
  language: z.enum(['typescript', 'python', 'sql']),
  source: z.string().max(sourceBytesMax),
  database: z.string().max(200).nullish(),
  ...who,
});
export type RunRequest = z.infer<typeof runRequestSchema>;

/** As many as a learner's console sends at once, replaying what it sent before. */
const requestsMax = 30;

export const sentRequestSchema = z.strictObject({
  method: z.string().regex(/^[A-Za-z]{1,20}$/, 'is no method'),
  path: z.string().max(4096).regex(/^\//, 'must begin with a slash'),
  headers: z
    .array(
      z.tuple([
        z.string().regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,200}$/, 'is no name of a header'),
        z
          .string()
          .max(4096)
          .regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'has a character that no header may have'),
      ]),
    )
    .max(50),
  body: z.string().max(sourceBytesMax),
});
export type SentRequest = z.infer<typeof sentRequestSchema>;

/** Requests to the service that the files make, one after another. */
export const sendRequestSchema = z.strictObject({
  exercise: z.string().min(1).max(200),
  files: learnerFilesSchema,
  requests: z.array(sentRequestSchema).min(1).max(requestsMax),
  ...who,
});
export type SendRequest = z.infer<typeof sendRequestSchema>;

export const layersSchema = z.object({
  otherUser: z.boolean(),
  namespaces: z.boolean(),
  ownProc: z.boolean(),
  fileView: z.boolean(),
  cgroup: z.array(z.string()),
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
  /** The same for people, one line each. */
  walls: z.array(z.string()),
  runtimes: z.record(z.string(), z.record(z.string(), z.unknown())),
  queue: z.object({ running: z.int(), waiting: z.int() }),
});
export type Health = z.infer<typeof healthSchema>;

/** The answer of GET /ready, with status 200 or 503: whether runs can be taken now, and what is missing. */
export const readinessSchema = z.object({ ready: z.boolean(), missing: z.array(z.string()) });
export type Readiness = z.infer<typeof readinessSchema>;

/** Largest request: a file of 64 KB whose every character is escaped in JSON, and the rest. */
export const requestBytesMax = 6 * sourceBytesMax + 4096;

/** Sent by the client with every request when there is a token. */
export const authorizationOf = (token: string): string => `Bearer ${token}`;
