import { z } from 'zod';
import { exercisePage } from '#content/load';
import { recordVisit } from '#db/visits';
import { database } from '../../database.ts';
import { findLesson } from '../../find-lesson.ts';
import { learnerBy } from '../../learner.ts';
import { methods } from '../http/methods.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';

const visitSchema = z.strictObject({ kind: z.enum(['lesson', 'exercise']), id: z.string() });

/** Looking at a page is not an action: it is kept for those we know and makes nobody a guest. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: async (request) => {
    const visit = await readJson(request, visitSchema);
    if (visit instanceof Response) return visit;
    if (visit.kind === 'lesson' && !findLesson(visit.id)) {
      return problem('unknown-lesson', `There is no lesson "${visit.id}".`);
    }
    if (visit.kind === 'exercise' && !exercisePage(visit.id)) {
      return problem('unknown-exercise', `There is no exercise "${visit.id}".`);
    }
    const learner = await learnerBy(request.cookies);
    if (learner) await recordVisit(database(), learner.learnerId, visit);
    return new Response(null, { status: 204 });
  },
});
