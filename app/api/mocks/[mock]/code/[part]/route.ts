import { NextResponse } from 'next/server';
import { z } from 'zod';
import { exercisePage } from '#content/load';
import { mockCodeOf, saveMockCode } from '#db/mock-code';
import { mockOf } from '#db/mocks';
import { sourceBytesMax } from '#lib/verdict';
import { database } from '../../../../../database.ts';
import { learnerBy } from '../../../../../learner.ts';
import { actingLearner } from '../../../../http/acting-learner.ts';
import { refusedAsOthers } from '../../../../http/meant-for.ts';
import { methods } from '../../../../http/methods.ts';
import { problem } from '../../../../http/problem.ts';
import { readJson, tooLarge } from '../../../../http/read-json.ts';
import { refusedPart } from '../../../refused-part.ts';

type Context = { params: Promise<{ mock: string; part: string }> };

const savedSchema = z.strictObject({ file: z.string(), source: z.string(), baseRevision: z.int().min(0).nullable() });

/** The code of a part of a mock, in the form in which drafts of practice are read and saved. */
export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  GET: async (request, { params }) => {
    const { mock: mockId, part: partId } = await params;
    const learner = await learnerBy(request.cookies);
    const refused = await refusedAsOthers(request, learner);
    if (refused) return refused;
    const mock = learner && (await mockOf(database(), learner.learnerId, mockId));
    if (!mock?.parts.some(({ id, type }) => id === partId && type === 'exercise')) {
      return refusedPart({ outcome: 'not-found' });
    }
    const files = await mockCodeOf(database(), { learnerId: mock.learnerId, mockId, partId });
    return NextResponse.json({ files, carried: {} });
  },

  PUT: async (request, { params }) => {
    const { mock: mockId, part: partId } = await params;
    const saved = await readJson(request, savedSchema);
    if (saved instanceof Response) return saved;
    if (Buffer.byteLength(saved.source) > sourceBytesMax) {
      return tooLarge(`A file may be at most ${sourceBytesMax / 1024} KB.`);
    }
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const { learnerId } = learner;
    const mock = await mockOf(database(), learnerId, mockId);
    const part = mock?.parts.find(({ id }) => id === partId);
    if (part?.type !== 'exercise') return learner.attach(refusedPart({ outcome: 'not-found' }));
    if (!exercisePage(part.exerciseId)?.files.some(({ name }) => name === saved.file)) {
      return learner.attach(problem('invalid-request', `This exercise has no file "${saved.file}".`));
    }
    const result = await saveMockCode(database(), { learnerId, mockId, partId, ...saved });
    if (result.outcome === 'conflict') {
      const words = 'Another device has saved this file since.';
      return learner.attach(problem('draft-conflict', words, { current: result.current }));
    }
    if (result.outcome !== 'saved') return learner.attach(refusedPart(result));
    const { revision, updatedAt } = result.saved;
    return learner.attach(NextResponse.json({ revision, updatedAt }));
  },
});
