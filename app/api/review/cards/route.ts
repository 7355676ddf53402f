import { z } from 'zod';
import { removeCard, suspendCard } from '#db/review-cards';
import { database } from '../../../database.ts';
import { learnerBy } from '../../../learner.ts';
import { knownItems } from '../../../review/known-items.ts';
import { refusedAsOthers } from '../../http/meant-for.ts';
import { methods } from '../../http/methods.ts';
import { problem } from '../../http/problem.ts';
import { readJson } from '../../http/read-json.ts';

const changeSchema = z.strictObject({
  kind: z.enum(['check', 'exercise', 'question']),
  item: z.string().min(1).max(300),
  suspended: z.boolean(),
});

/** In the address, since not everything on the way lets a DELETE have a body. */
const goneSchema = changeSchema.pick({ kind: true, item: true });
const noSuchCard = () => problem('not-found', 'You have no such review card.');

/**
 * Suspends a card or takes it back. DELETE takes away one whose question or exercise this server does not have; any other
 * comes up again with the next failure, or is taken out where it was put in. Who has no card is not made a guest
 * for asking.
 */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: async (request) => {
    const change = await readJson(request, changeSchema);
    if (change instanceof Response) return change;
    const learner = await learnerBy(request.cookies);
    const others = await refusedAsOthers(request, learner);
    if (others) return others;
    const key = learner && { learnerId: learner.learnerId, kind: change.kind, itemId: change.item };
    if (!key || !(await suspendCard(database(), key, change.suspended))) {
      return noSuchCard();
    }
    return new Response(null, { status: 204 });
  },

  DELETE: async (request) => {
    const asked = goneSchema.safeParse(Object.fromEntries(request.nextUrl.searchParams));
    if (!asked.success) return problem('invalid-request', '"kind" and "item" do not name a review card.');
    const { kind, item: itemId } = asked.data;
    const learner = await learnerBy(request.cookies);
    const others = await refusedAsOthers(request, learner);
    if (others) return others;
    if (!learner) return noSuchCard();
    if (knownItems()[kind].includes(itemId)) {
      return problem('invalid-request', 'What this card is of is still here. Suspend it instead.');
    }
    const isGone = await removeCard(database(), { learnerId: learner.learnerId, kind, itemId });
    return isGone ? new Response(null, { status: 204 }) : noSuchCard();
  },
});
