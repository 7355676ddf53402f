import { z } from 'zod';

/**
 * Whose code, each in an isolate of its own: the learner's, or the reference; in a lab the exploit, while the submission
 * is the service that it attacks.
 */
export const subjects = ['submission', 'reference', 'exploit'] as const;
export type Subject = (typeof subjects)[number];

/** What `underpin` holds: the database, the fakes around the service of a lab, or an exploit's way to that service. */
export type Gift = 'db' | 'fakes' | 'request';

/** What lies in the isolate beside the language: nothing, or what a service over HTTP is written with. */
export type GuestSort = 'plain' | 'web';

/** A request to the learner's service; `url` has been read already. */
export type ServiceRequest = { method: string; url: string; headers: [string, string][]; body: string };

/** What the judge asks of a child, one JSON line each. Only inputs: expected values stay with the judge. */
export type ChildRequest =
  | {
      id: number;
      op: 'load';
      subject: Subject;
      file: string;
      source: string;
      timeoutMs: number;
      memoryMb: number;
      guest: GuestSort;
      /** What a guest with the web finds in `underpin`. */
      gifts: Gift[];
      /** What a plain guest may import, of the models of databases. */
      modules: string[];
      /** Run until nothing is left to do, timers too: code of a lesson. */
      drain: boolean;
    }
  | {
      id: number;
      op: 'call';
      subject: Subject;
      how: 'call' | 'throws' | 'evaluate';
      /** The name of an export, or the source of a driver. */
      target: string;
      /** A JSON array; for `evaluate` its first entry is null and keeps the place of the module's exports. */
      argumentsJson: string;
      /** Exports that must be there; a missing one is reported by name instead of as "x is not a function". */
      needs: string[];
      /** The first of a test: before it the clock goes back and timers of the test before are gone. */
      beginsTest: boolean;
      timeoutMs: number;
    }
  | {
      id: number;
      /** Sent at the same moment, in this order. */
      op: 'requests';
      subject: Subject;
      requests: ServiceRequest[];
      beginsTest: boolean;
      timeoutMs: number;
    }
  /** Time passes on the guest's clock, with the timers that fall into it; answered with the time that it is then. */
  | { id: number; op: 'advance'; subject: Subject; ms: number; beginsTest: boolean; timeoutMs: number }
  /** The answer to a call that the guest made: `{ value }` or `{ error }` as JSON. */
  | { id: 0; op: 'answer'; subject: Subject; call: number; answer: string }
  /** These open calls wait for something that only the guest itself can bring about: others may go on without them. */
  | { id: 0; op: 'blocked'; subject: Subject; calls: number[] }
  | ({ id: number; op: 'suite' } & SuiteRequest)
  | { id: number; op: 'end' };

/** A learner's suite and one implementation to run it against, in an isolate of its own. */
export type SuiteRequest = {
  file: string;
  source: string;
  subject: string;
  /** Of `Math.random` in the isolate. */
  seed: number;
  /** 0 is the order of the file; any other number shuffles. */
  order: number;
  loadMs: number;
  testMs: number;
  runMs: number;
  memoryMb: number;
  /** Whether another implementation follows. */
  more: boolean;
};

const caughtSchema = z.object({
  name: z.string(),
  message: z.string(),
  stack: z.string(),
});

/** `subject-threw` is a fault of the exercise, or of a defect that breaks while it loads. */
const suiteEndSchema = z.enum([
  'finished',
  'subject-threw',
  'collect-threw',
  'unhandled',
  'time-limit',
  'no-answer',
  'memory-limit',
  'output-limit',
]);
export type SuiteEnd = z.infer<typeof suiteEndSchema>;

/** One test of a learner's suite. Everything in it but `called` is the suite's own word. */
const suiteTestSchema = z.object({
  name: z.string(),
  status: z.enum(['passed', 'failed', 'skipped', 'todo']),
  /** Whether it, or a hook that ran for it, called the code under test. */
  called: z.boolean(),
  error: caughtSchema
    .extend({ isAssertion: z.boolean(), expected: z.string().optional(), actual: z.string().optional() })
    .optional(),
});
export type SuiteTest = z.infer<typeof suiteTestSchema>;

const suiteReportSchema = z.object({
  kind: z.literal('suite'),
  end: suiteEndSchema,
  error: caughtSchema.optional(),
  hasOnly: z.boolean(),
  /** Whether anything at all called the code under test. */
  called: z.boolean(),
  /** Timers were still faked when it ended. */
  isFaked: z.boolean(),
  tests: z.array(suiteTestSchema),
  /** The test that was running when the end came. */
  running: suiteTestSchema.optional(),
  console: z.string(),
});
export type SuiteReport = z.infer<typeof suiteReportSchema>;

/** What became of one request. */
export const serviceAnswerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('response'),
    status: z.int(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    body: z.string(),
  }),
  z.object({ kind: z.literal('threw'), error: caughtSchema }),
  /** Something that is no Response of the web. */
  z.object({ kind: z.literal('no-response'), value: z.string() }),
  z.object({ kind: z.literal('no-app'), exported: z.array(z.string()) }),
  z.object({ kind: z.literal('no-answer') }),
  z.object({ kind: z.literal('output-limit') }),
]);
export type ServiceAnswer = z.infer<typeof serviceAnswerSchema>;

/** What happened, as plain data. Everything in it may be a lie of the learner's code about itself, and nothing else. */
export const observationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('loaded') }),
  z.object({ kind: z.literal('value'), value: z.unknown().optional() }),
  z.object({ kind: z.literal('threw'), error: caughtSchema }),
  z.object({ kind: z.literal('unhandled'), error: caughtSchema }),
  z.object({ kind: z.literal('not-thrown'), value: z.unknown().optional() }),
  /** What came back is no plain data; `message` says what and where, `type` what it is called in its language. */
  z.object({ kind: z.literal('unfit'), type: z.string(), message: z.string() }),
  z.object({ kind: z.literal('missing'), names: z.array(z.string()), exported: z.array(z.string()) }),
  z.object({ kind: z.literal('syntax'), message: z.string(), line: z.int(), column: z.int().optional() }),
  z.object({ kind: z.literal('output-limit') }),
  z.object({ kind: z.literal('no-answer') }),
  z.object({ kind: z.literal('time-limit') }),
  z.object({ kind: z.literal('memory-limit') }),
  z.object({ kind: z.literal('answers'), answers: z.array(serviceAnswerSchema) }),
  suiteReportSchema,
]);
export type Observation = z.infer<typeof observationSchema>;

export const hostCallSchema = z.object({
  type: z.literal('call'),
  subject: z.enum(subjects),
  call: z.int(),
  op: z.string(),
  owner: z.int(),
  atMs: z.number(),
  payload: z.string(),
  /** Calls of the same moment that follow and go to the database. */
  more: z.int(),
});
export type HostCall = z.infer<typeof hostCallSchema>;

export const childEventSchema = z.discriminatedUnion('type', [
  /** `worn`: what the last submission left behind would be felt by the next one, which is to get another child. */
  z.object({ type: z.literal('ready'), worn: z.boolean() }),
  z.object({ type: z.literal('dying'), reason: z.literal('memory-limit') }),
  // `console` is what was printed since the reply before.
  /** The guest asks the judge; `owner` is the request of its batch that it does so for, or -1. */
  hostCallSchema,
  z.object({
    type: z.literal('reply'),
    id: z.int(),
    observation: z.string(),
    console: z.string(),
    heapKb: z.int().min(0).optional(),
    /** The child can do nothing more after this. */
    ends: z.boolean().optional(),
  }),
]);
export type ChildEvent = z.infer<typeof childEventSchema>;
