import { NextResponse } from 'next/server';
import { z } from 'zod';
import { exerciseSecrets } from '#content/load';
import { takeHint } from '#db/progress';
import { database } from '../../../../database.ts';
import { actingLearner } from '../../../http/acting-learner.ts';
import { methods } from '../../../http/methods.ts';
import { problem } from '../../../http/problem.ts';
import { readJson } from '../../../http/read-json.ts';

type Context = { params: Promise<{ id: string }> };

const askedSchema = z.strictObject({ number: z.int().min(1) });

export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  POST: async (request, { params }) => {
    const { id } = await params;
    const asked = await readJson(request, askedSchema);
    if (asked instanceof Response) return asked;
    const secrets = exerciseSecrets(id);
    if (!secrets) return problem('unknown-exercise', `There is no exercise "${id}".`);
    const { hintsHtml } = secrets;
    const html = hintsHtml[asked.number - 1];
    if (html === undefined) return problem('unknown-hint', `This exercise has ${hintsHtml.length} hints.`);
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const hint = { learnerId: learner.learnerId, exerciseId: id, number: asked.number };
    if (!(await takeHint(database(), hint))) return problem('hint-out-of-order', 'Take the hints one after another.');
    return learner.attach(NextResponse.json({ number: asked.number, html, total: hintsHtml.length }));
  },
});
