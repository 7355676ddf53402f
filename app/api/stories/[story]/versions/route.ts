import { NextResponse } from 'next/server';
import { z } from 'zod';
import { keepStory } from '#db/stories';
import { storyVersionsOf } from '#db/story-versions';
import { storyIdSchema, storySchema } from '#lib/story';
import { database } from '../../../../database.ts';
import { learnerBy } from '../../../../learner.ts';
import { takeFrom } from '../../../../limits.ts';
import { actingLearner } from '../../../http/acting-learner.ts';
import { refusedAsOthers } from '../../../http/meant-for.ts';
import { methods } from '../../../http/methods.ts';
import { problem, rateLimited } from '../../../http/problem.ts';
import { readJson } from '../../../http/read-json.ts';

type Context = { params: Promise<{ story: string }> };

/** Only what a page replaces on the learner's behalf; the other reasons are ours to give. */
const keptSchema = z.strictObject({ story: storySchema, reason: z.enum(['restore', 'conflict']) });

/** The history of one story: GET lists it newest first, POST keeps a text that is about to be replaced. */
export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  GET: async (request, { params }) => {
    const { story: id } = await params;
    const learner = await learnerBy(request.cookies);
    const refused = await refusedAsOthers(request, learner);
    if (refused) return refused;
    const key = learner && { learnerId: learner.learnerId, id };
    return NextResponse.json({ versions: key ? await storyVersionsOf(database(), key) : [] });
  },

  POST: async (request, { params }) => {
    const { story: id } = await params;
    const kept = await readJson(request, keptSchema);
    if (kept instanceof Response) return kept;
    if (!storyIdSchema.safeParse(id).success) return problem('invalid-request', `"${id}" is not the id of a story.`);
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const refused = await takeFrom('stories', learner.learnerId);
    if (refused) return learner.attach(rateLimited(refused.retryAfterMs));
    await keepStory(database(), { learnerId: learner.learnerId, id, ...kept });
    return learner.attach(new NextResponse(null, { status: 204 }));
  },
});
