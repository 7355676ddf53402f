import { NextResponse } from 'next/server';
import { z } from 'zod';
import { answerCheck } from '#db/lessons';
import { recordVisit } from '#db/visits';
import { database } from '../../../../database.ts';
import { findLesson } from '../../../../find-lesson.ts';
import { takeFrom } from '../../../../limits.ts';
import { actingLearner } from '../../../http/acting-learner.ts';
import { methods } from '../../../http/methods.ts';
import { problem, rateLimited } from '../../../http/problem.ts';
import { readJson } from '../../../http/read-json.ts';

type Context = { params: Promise<{ id: string }> };

const answerSchema = z.strictObject({
  check: z.string(),
  correct: z.boolean(),
  key: z.uuid().optional(),
  /** How long ago it was answered, where it waited on the device. */
  ageMs: z.number().optional(),
});

export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  POST: async (request, { params }) => {
    const { id } = await params;
    const answer = await readJson(request, answerSchema);
    if (answer instanceof Response) return answer;
    const lesson = findLesson(id);
    if (!lesson) return problem('unknown-lesson', `There is no lesson "${id}".`);
    const questions = lesson.segments.filter((segment) => segment.type === 'check' || segment.type === 'predict');
    if (!questions.some((question) => question.id === answer.check)) {
      return problem('unknown-check', `This lesson has no question "${answer.check}".`);
    }
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const refused = await takeFrom('answers', learner.learnerId);
    if (refused) return learner.attach(rateLimited(refused.retryAfterMs));
    const { learnerId } = learner;
    await answerCheck(database(), {
      learnerId,
      lessonId: id,
      checkId: answer.check,
      correct: answer.correct,
      clientKey: answer.key,
      ageMs: answer.ageMs,
    });
    await recordVisit(database(), learnerId, { kind: 'lesson', id });
    return learner.attach(new NextResponse(null, { status: 204 }));
  },
});
