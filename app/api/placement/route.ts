import { randomBytes } from 'node:crypto';
import { NextResponse } from 'next/server';
import { z } from 'zod';
import { answerPlacement, placementOf, startPlacement } from '#db/placements';
import { database } from '../../database.ts';
import { learnerBy } from '../../learner.ts';
import { currentPlacement } from '../../placement/current-placement.ts';
import { isRightChoice } from '../../progress/material.ts';
import { levels } from '../../progress/readiness.ts';
import { actingLearner } from '../http/acting-learner.ts';
import { methods } from '../http/methods.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';

const startSchema = z.strictObject({ level: z.enum(levels).nullable() });
const answerSchema = z.strictObject({
  lesson: z.string(),
  check: z.string(),
  /** Places of the chosen options; none is "I do not know". */
  chosen: z.array(z.int().min(0).max(20)).max(20),
});

/** POST begins a placement, or picks a level by hand; PUT answers the question that is asked now. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: async (request) => {
    const start = await readJson(request, startSchema);
    if (start instanceof Response) return start;
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const { learnerId } = learner;
    await startPlacement(database(), { learnerId, seed: randomBytes(16).toString('hex'), chosenLevel: start.level });
    return learner.attach(new NextResponse(null, { status: 204 }));
  },
  PUT: async (request) => {
    const given = await readJson(request, answerSchema);
    if (given instanceof Response) return given;
    const learner = await learnerBy(request.cookies);
    const placement = learner && (await placementOf(database(), learner.learnerId));
    const current = placement && currentPlacement(placement);
    const asked = current?.state === 'asking' ? current : null;
    if (!learner || asked?.question.lesson.id !== given.lesson || asked.question.check.id !== given.check) {
      return problem('stale-draw', 'This is not the question you are asked now. Reload the page to see it.');
    }
    const correct = isRightChoice(asked.question.check, given.chosen);
    const answer = { lesson: given.lesson, check: given.check, correct };
    await answerPlacement(database(), learner.learnerId, { answered: asked.answered, answer });
    return new Response(null, { status: 204 });
  },
});
