import { NextResponse } from 'next/server';
import { z } from 'zod';
import { rateQuestion } from '#db/question-cards';
import { forLearnerHeader } from '#lib/for-learner';
import { reviewRatings } from '#lib/review-schedule';
import { database } from '../../../database.ts';
import { learnerBy } from '../../../learner.ts';
import { takeFrom } from '../../../limits.ts';
import { refusedAsOthers } from '../../http/meant-for.ts';
import { methods } from '../../http/methods.ts';
import { problem, rateLimited } from '../../http/problem.ts';
import { readJson } from '../../http/read-json.ts';

const ratingSchema = z.strictObject({
  question: z.string().max(120),
  rating: z.enum(reviewRatings),
  reps: z.int().min(0),
  /** Whatever a clock that was set meanwhile makes of it; its bounds are those of the card. */
  ageMs: z.number(),
  key: z.uuid(),
});

/** Keeps how well a learner knew a question of the bank. `counted` is false for a showing that was rated already. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: async (request) => {
    const sent = await readJson(request, ratingSchema);
    if (sent instanceof Response) return sent;
    // Who has no card is not made a guest for rating one.
    const learner = await learnerBy(request.cookies);
    const others = await refusedAsOthers(request, learner);
    if (others) return others;
    if (!learner) return notQueued();
    const refused = await takeFrom('answers', learner.learnerId);
    if (refused) return rateLimited(refused.retryAfterMs);
    const { question: questionId, rating, reps, ageMs, key: clientKey } = sent;
    const { learnerId } = learner;
    // Nobody else's got here, so what is not the learner's own was done by a guest of theirs.
    const ofGuest = (request.headers.get(forLearnerHeader) ?? learnerId) !== learnerId;
    const answer = { learnerId, questionId, rating, reps, ageMs, clientKey, ofGuest };
    const rated = await rateQuestion(database(), answer);
    if (!rated) return notQueued();
    const { dueAt, lapses } = rated.card;
    return NextResponse.json({ counted: rated.counted, dueAt, lapses });
  },
});

const notQueued = () => problem('not-found', 'This question is not in your review queue.');
