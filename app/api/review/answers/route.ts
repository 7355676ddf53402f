import { NextResponse } from 'next/server';
import { z } from 'zod';
import { answerCheck } from '#db/lessons';
import { database } from '../../../database.ts';
import { takeFrom } from '../../../limits.ts';
import { findQuestion, isRightChoice } from '../../../progress/material.ts';
import { actingLearner } from '../../http/acting-learner.ts';
import { methods } from '../../http/methods.ts';
import { problem, rateLimited } from '../../http/problem.ts';
import { readJson } from '../../http/read-json.ts';

const answerSchema = z.strictObject({
  lesson: z.string(),
  check: z.string(),
  chosen: z.array(z.int().min(0).max(20)).max(20),
});

/** Judges an answer to a question that came up again, keeps it, and says when the card comes back. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: async (request) => {
    const answer = await readJson(request, answerSchema);
    if (answer instanceof Response) return answer;
    const question = findQuestion(answer.lesson, answer.check);
    if (!question) return problem('unknown-check', `There is no question "${answer.check}" in "${answer.lesson}".`);
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const refused = await takeFrom('answers', learner.learnerId);
    if (refused) return learner.attach(rateLimited(refused.retryAfterMs));
    const correct = isRightChoice(question.check, answer.chosen);
    const { learnerId } = learner;
    const card = await answerCheck(database(), { learnerId, lessonId: answer.lesson, checkId: answer.check, correct });
    return learner.attach(NextResponse.json({ correct, dueAt: card?.dueAt ?? null, lapses: card?.lapses ?? 0 }));
  },
});
