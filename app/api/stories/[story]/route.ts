import { NextResponse } from 'next/server';
import { z } from 'zod';
import { deleteStory, saveStory, type StoryConflict } from '#db/stories';
import { storiesMax, storyIdSchema, storySchema } from '#lib/story';
import { database } from '../../../database.ts';
import { learnerBy } from '../../../learner.ts';
import { takeFrom } from '../../../limits.ts';
import { actingLearner } from '../../http/acting-learner.ts';
import { refusedAsOthers } from '../../http/meant-for.ts';
import { methods } from '../../http/methods.ts';
import { problem, rateLimited } from '../../http/problem.ts';
import { readJson, tooLarge } from '../../http/read-json.ts';

type Context = { params: Promise<{ story: string }> };

/** In the address, since not everything on the way lets a DELETE have a body. */
const deletedSchema = z.coerce.number().int().min(0).nullable();
const savedSchema = z.strictObject({ story: storySchema, baseRevision: z.int().min(0).nullable() });

/** One story: PUT saves it as a draft is saved, DELETE takes away the revision it names and leaves its text as a version. */
export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  PUT: async (request, { params }) => {
    const { story: id } = await params;
    const saved = await readJson(request, savedSchema);
    if (saved instanceof Response) return saved;
    if (!storyIdSchema.safeParse(id).success) return problem('invalid-request', `"${id}" is not the id of a story.`);
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const refused = await takeFrom('stories', learner.learnerId);
    if (refused) return learner.attach(rateLimited(refused.retryAfterMs));
    const result = await saveStory(database(), { learnerId: learner.learnerId, id, ...saved });
    if (result.outcome === 'too-many') return tooLarge(`There is room for ${storiesMax} stories. Delete one first.`);
    if (result.outcome === 'conflict') {
      return conflictWith(result.current);
    }
    const { revision, updatedAt } = result;
    return learner.attach(NextResponse.json({ revision, updatedAt }));
  },

  DELETE: async (request, { params }) => {
    const { story: id } = await params;
    const learner = await learnerBy(request.cookies);
    const refused = await refusedAsOthers(request, learner);
    if (refused) return refused;
    const baseRevision = deletedSchema.safeParse(request.nextUrl.searchParams.get('baseRevision'));
    if (!baseRevision.success) return problem('invalid-request', '"baseRevision" is not the number of a revision.');
    if (learner) {
      const tooOften = await takeFrom('stories', learner.learnerId);
      if (tooOften) return rateLimited(tooOften.retryAfterMs);
      const key = { learnerId: learner.learnerId, id };
      const result = await deleteStory(database(), { ...key, baseRevision: baseRevision.data });
      if (result.outcome === 'conflict') return conflictWith(result.current);
    }
    return new Response(null, { status: 204 });
  },
});

function conflictWith(current: StoryConflict['current']) {
  return problem('draft-conflict', 'Another device has saved this story since.', { current });
}
