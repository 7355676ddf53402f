import { NextResponse } from 'next/server';
import { z } from 'zod';
import { exercisePage, exerciseSecrets } from '#content/load';
import { saveSelfScore } from '#db/self-scores';
import { database } from '../../database.ts';
import { actingLearner } from '../http/acting-learner.ts';
import { methods } from '../http/methods.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';

const scoredSchema = z.strictObject({ exercise: z.string(), scores: z.record(z.string(), z.int()) });

/** Keeps how a learner scores their own text: every criterion of the rubric, each with one of its levels. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: async (request) => {
    const scored = await readJson(request, scoredSchema);
    if (scored instanceof Response) return scored;
    const { exercise, scores } = scored;
    const page = exercisePage(exercise);
    const answers = exerciseSecrets(exercise)?.answers;
    if (!page || answers?.kind !== 'write' || page.answers?.kind !== 'write') {
      return problem('unknown-exercise', `There is no text to score in the exercise "${exercise}".`);
    }
    const { criteria } = answers;
    const fits = criteria.every(({ id, levels }) => levels.some(({ points }) => points === scores[id]));
    if (!fits || Object.keys(scores).length !== criteria.length) {
      return problem('invalid-request', 'Score every criterion of the rubric with one of its levels.');
    }
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const { points, pointsMax, scoredAt } = await saveSelfScore(database(), {
      learnerId: learner.learnerId,
      exerciseId: exercise,
      scores,
      pointsMax: page.answers.pointsMax,
      contentHash: page.contentHash,
    });
    return learner.attach(NextResponse.json({ points, pointsMax, scoredAt, scores }));
  },
});
