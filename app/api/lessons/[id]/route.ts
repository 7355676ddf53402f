import { NextResponse } from 'next/server';
import { z } from 'zod';
import { markLesson } from '#db/lessons';
import { recordVisit } from '#db/visits';
import { database } from '../../../database.ts';
import { findLesson } from '../../../find-lesson.ts';
import { actingLearner } from '../../http/acting-learner.ts';
import { methods } from '../../http/methods.ts';
import { problem } from '../../http/problem.ts';
import { readJson } from '../../http/read-json.ts';

type Context = { params: Promise<{ id: string }> };

const markSchema = z.strictObject({ done: z.boolean() });

export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  PUT: async (request, { params }) => {
    const { id } = await params;
    const mark = await readJson(request, markSchema);
    if (mark instanceof Response) return mark;
    if (!findLesson(id)) return problem('unknown-lesson', `There is no lesson "${id}".`);
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const { learnerId } = learner;
    const doneAt = await markLesson(database(), { learnerId, lessonId: id, done: mark.done });
    await recordVisit(database(), learnerId, { kind: 'lesson', id });
    return learner.attach(NextResponse.json({ doneAt }));
  },
});
