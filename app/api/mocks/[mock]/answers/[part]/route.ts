import { NextResponse } from 'next/server';
import { z } from 'zod';
import { saveAnswer } from '#db/mock-answers';
import { writtenAnswerSchema } from '#lib/mock';
import { database } from '../../../../../database.ts';
import { actingLearner } from '../../../../http/acting-learner.ts';
import { methods } from '../../../../http/methods.ts';
import { readJson } from '../../../../http/read-json.ts';
import { refusedPart } from '../../../refused-part.ts';

type Context = { params: Promise<{ mock: string; part: string }> };

const savedSchema = z.strictObject({ answer: writtenAnswerSchema, version: z.int().min(0) });

/** Saves what was written for a part, on top of the version that the sender has seen (0: none). */
export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  PUT: async (request, { params }) => {
    const { mock: mockId, part: partId } = await params;
    const saved = await readJson(request, savedSchema);
    if (saved instanceof Response) return saved;
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const result = await saveAnswer(database(), { learnerId: learner.learnerId, mockId, partId, ...saved });
    if (result.outcome !== 'saved') return learner.attach(refusedPart(result));
    return learner.attach(NextResponse.json({ version: result.version, savedAt: result.savedAt }));
  },
});
