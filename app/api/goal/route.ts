import { NextResponse } from 'next/server';
import { z } from 'zod';
import { tracks } from '#content/load';
import { dropGoal, goalLessonsMax, setGoal } from '#db/goals';
import { database } from '../../database.ts';
import { learnerBy } from '../../learner.ts';
import { minutesPerDayMax } from '../../progress/plan/plan.ts';
import { levels } from '../../progress/readiness.ts';
import { actingLearner } from '../http/acting-learner.ts';
import { methods } from '../http/methods.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';

const goalSchema = z.strictObject({
  level: z.enum(levels),
  days: z.int('is a whole number of days').min(1, 'is at least 1 day').max(730, 'is at most 730 days'),
  minutesPerDay: z
    .int('is a whole number of minutes')
    .min(10, 'is at least 10 minutes')
    .max(minutesPerDayMax, `is at most ${minutesPerDayMax} minutes`),
  /** Null, or left out: all of the level. */
  lessons: z.array(z.string()).min(1).max(goalLessonsMax).nullable().optional(),
});

/** What a learner wants to reach by when; the plan follows from it. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: async (request) => {
    const goal = await readJson(request, goalSchema);
    if (goal instanceof Response) return goal;
    const { lessons, ...wanted } = goal;
    const known = new Set(tracks().flatMap((track) => track.lessons.map(({ id }) => id)));
    const unknown = lessons?.find((id) => !known.has(id));
    if (unknown !== undefined) return problem('unknown-lesson', `There is no lesson "${unknown}".`);
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    await setGoal(database(), { learnerId: learner.learnerId, ...wanted, lessonIds: lessons ?? null });
    return learner.attach(new NextResponse(null, { status: 204 }));
  },
  DELETE: async (request) => {
    const learner = await learnerBy(request.cookies);
    if (learner) await dropGoal(database(), learner.learnerId);
    return new Response(null, { status: 204 });
  },
});
