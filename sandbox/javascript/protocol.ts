import { z } from 'zod';

/** Whose code: the learner's, or the reference in an isolate of its own. */
export type Subject = 'submission' | 'reference';

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
  | { id: number; op: 'end' };

const caughtSchema = z.object({
  name: z.string(),
  message: z.string(),
  stack: z.string(),
});

/** What happened, as plain data. Everything in it may be a lie of the learner's code about itself, and nothing else. */
export const observationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('loaded') }),
  z.object({ kind: z.literal('value'), value: z.unknown().optional() }),
  z.object({ kind: z.literal('threw'), error: caughtSchema }),
  z.object({ kind: z.literal('unhandled'), error: caughtSchema }),
  z.object({ kind: z.literal('not-thrown'), value: z.unknown().optional() }),
  z.object({ kind: z.literal('missing'), names: z.array(z.string()), exported: z.array(z.string()) }),
  z.object({ kind: z.literal('syntax'), message: z.string(), line: z.int(), column: z.int().optional() }),
  z.object({ kind: z.literal('output-limit') }),
  z.object({ kind: z.literal('no-answer') }),
  z.object({ kind: z.literal('time-limit') }),
  z.object({ kind: z.literal('memory-limit') }),
]);
export type Observation = z.infer<typeof observationSchema>;

export const childEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('dying'), reason: z.literal('memory-limit') }),
  // `console` is what was printed since the reply before.
  z.object({ type: z.literal('reply'), id: z.int(), observation: z.string(), console: z.string() }),
]);
export type ChildEvent = z.infer<typeof childEventSchema>;
