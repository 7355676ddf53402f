import { NextResponse } from 'next/server';
import { z } from 'zod';
import { startMock } from '#db/mocks';
import { mockKindSchema } from '#lib/mock';
import { database } from '../../database.ts';
import { drawFor } from '../../interview/mocks/draw-for.ts';
import { seedSchema } from '../../interview/mocks/seed.ts';
import { takeFrom } from '../../limits.ts';
import { levels } from '../../progress/readiness.ts';
import { actingLearner } from '../http/acting-learner.ts';
import { methods } from '../http/methods.ts';
import { problem, rateLimited } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';

const wishSchema = z.strictObject({
  kind: mockKindSchema,
  level: z.enum(levels),
  language: z.enum(['typescript', 'python']),
  /** Null has one chosen that suits the learner. */
  seed: seedSchema.nullable(),
});

/** Draws a mock interview and begins it. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: async (request) => {
    const wish = await readJson(request, wishSchema);
    if (wish instanceof Response) return wish;
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const { learnerId } = learner;
    const refused = await takeFrom('mocks', learnerId);
    if (refused) return learner.attach(rateLimited(refused.retryAfterMs));
    const drawn = await drawFor(database(), learnerId, wish);
    if ('missing' in drawn) return learner.attach(problem('not-enough-content', drawn.missing));
    const { kind, level, language } = wish;
    const { outcome, id } = await startMock(database(), { learnerId, kind, level, language, ...drawn });
    if (outcome === 'open') {
      const words = 'Another mock interview of yours is still open. Go on with it, or leave it first.';
      return learner.attach(problem('mock-open', words, { mock: id }));
    }
    return learner.attach(NextResponse.json({ id }, { status: 201 }));
  },
});
