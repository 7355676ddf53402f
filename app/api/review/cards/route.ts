import { z } from 'zod';
import { suspendCard } from '#db/review-cards';
import { database } from '../../../database.ts';
import { learnerBy } from '../../../learner.ts';
import { refusedAsOthers } from '../../http/meant-for.ts';
import { methods } from '../../http/methods.ts';
import { problem } from '../../http/problem.ts';
import { readJson } from '../../http/read-json.ts';

const changeSchema = z.strictObject({
  kind: z.enum(['check', 'exercise', 'question']),
  item: z.string().min(1).max(300),
  suspended: z.boolean(),
});

/** Suspends a card or takes it back. Who has no card is not made a guest for asking. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: async (request) => {
    const change = await readJson(request, changeSchema);
    if (change instanceof Response) return change;
    const learner = await learnerBy(request.cookies);
    const others = await refusedAsOthers(request, learner);
    if (others) return others;
    const key = learner && { learnerId: learner.learnerId, kind: change.kind, itemId: change.item };
    if (!key || !(await suspendCard(database(), key, change.suspended))) {
      return problem('not-found', 'You have no such review card.');
    }
    return new Response(null, { status: 204 });
  },
});
