import { NextResponse } from 'next/server';
import { z } from 'zod';
import { idSchema } from '#content/schema';
import { sourceBytesMax } from '#lib/verdict';
import { runSource } from '#sandbox/client';
import { claimGrading } from '../../grading.ts';
import { takeFrom } from '../../limits.ts';
import { actingLearner } from '../http/acting-learner.ts';
import { methods } from '../http/methods.ts';
import { problem, rateLimited } from '../http/problem.ts';
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
    const refused = await takeFrom('grading', learner.learnerId);
    if (refused) return learner.attach(rateLimited(refused.retryAfterMs));
    const release = claimGrading(learner.learnerId);
    if (!release) return problem('already-grading', 'Your last run has not ended yet; wait for its result.');
    try {
      const job = { ...run, learner: learner.learnerId, guest: learner.kind === 'guest' };
      return learner.attach(NextResponse.json(await runSource(job, request.signal)));
    } finally {
      release();
    }
  },
});
