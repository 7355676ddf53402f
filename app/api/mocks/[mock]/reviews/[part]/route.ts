import { NextResponse } from 'next/server';
import { z } from 'zod';
import { questionPage } from '#content/load';
import { saveSelfReview } from '#db/mock-answers';
import { mockOf } from '#db/mocks';
import { selfReviewSchema, type MockPart, type SelfReview } from '#lib/mock';
import { database } from '../../../../../database.ts';
import { actingLearner } from '../../../../http/acting-learner.ts';
import { methods } from '../../../../http/methods.ts';
import { problem } from '../../../../http/problem.ts';
import { readJson } from '../../../../http/read-json.ts';
import { refusedPart } from '../../../refused-part.ts';

type Context = { params: Promise<{ mock: string; part: string }> };

const savedSchema = z.strictObject({ review: selfReviewSchema, version: z.int().min(0) });

/** Saves how a learner rates their own answer, on top of the version that the sender has seen (0: none). */
export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  PUT: async (request, { params }) => {
    const { mock: mockId, part: partId } = await params;
    const saved = await readJson(request, savedSchema);
    if (saved instanceof Response) return saved;
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const mock = await mockOf(database(), learner.learnerId, mockId);
    const part = mock?.parts.find(({ id }) => id === partId);
    if (part && !fits(saved.review, part)) return learner.attach(problem('stale-version', changedWords));
    const result = await saveSelfReview(database(), { learnerId: learner.learnerId, mockId, partId, ...saved });
    if (result.outcome === 'refused' && result.state !== 'not-begun') {
      return learner.attach(problem('mock-not-over', 'Rate your answer once its round has ended.'));
    }
    if (result.outcome !== 'saved') return learner.attach(refusedPart(result));
    return learner.attach(NextResponse.json({ version: result.version, savedAt: result.savedAt }));
  },
});

const changedWords = 'The question has other points than the page shows. Reload the page, then rate your answer again.';

/** One mark for each of its points and flags; a question that has left the bank has none to be checked against. */
function fits({ points, flags }: SelfReview, part: MockPart): boolean {
  const question = part.type === 'question' ? questionPage(part.questionId) : null;
  if (!question) return true;
  return points.length === question.pointsHtml.length && flags.length === question.redFlagsHtml.length;
}
