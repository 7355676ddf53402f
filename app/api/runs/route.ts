import { z } from 'zod';
import { idSchema } from '#content/schema';
import { sourceBytesMax } from '#lib/verdict';
import { runSource } from '#sandbox/client';
import { actingLearner } from '../http/acting-learner.ts';
import { inTurn } from '../http/in-turn.ts';
import { methods } from '../http/methods.ts';
import { readJson, tooLarge } from '../http/read-json.ts';

const runSchema = z.strictObject({
  language: z.enum(['typescript', 'python', 'sql']),
  source: z.string(),
  database: idSchema.optional(),
});

/** Runs code of a lesson; nothing is stored, and it stops when the reader leaves. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: async (request) => {
    const run = await readJson(request, runSchema);
    if (run instanceof Response) return run;
    if (Buffer.byteLength(run.source) > sourceBytesMax) {
      return tooLarge(`Code may be at most ${sourceBytesMax / 1024} KB.`);
    }
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const job = { ...run, learner: learner.learnerId, guest: learner.kind === 'guest' };
    return inTurn(learner, () => runSource(job, request.signal));
  },
});
