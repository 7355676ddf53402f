import { NextResponse } from 'next/server';
import { exportOf } from '#db/export';
import { environment } from '#lib/env';
import { signedInBy } from '../../../auth.ts';
import { database } from '../../../database.ts';
import { learnerBy } from '../../../learner.ts';
import { takeFrom } from '../../../limits.ts';
import { methods } from '../../http/methods.ts';
import { problem, rateLimited } from '../../http/problem.ts';

/** Everything that is stored about whoever asks, account or guest, as a file to keep or to import elsewhere. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: async (request) => {
    const learner = await learnerBy(request.cookies);
    if (!learner) return problem('not-found', 'There is nothing of yours on this server yet.');
    const refused = await takeFrom('exportByLearner', learner.learnerId);
    if (refused) return rateLimited(refused.retryAfterMs);
    const user = learner.kind === 'account' ? await signedInBy(request.cookies) : null;
    const now = new Date();
    const of = { learnerId: learner.learnerId, userId: user?.id ?? null, site: environment().baseUrl };
    return new NextResponse(asStream(exportOf(database(), of, now)), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="underpin-${now.toISOString().slice(0, 10)}.json"`,
      },
    });
  },
});

/** Read as fast as it is taken, so that a large export is never in memory as a whole. */
function asStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
