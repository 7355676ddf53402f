import { NextResponse } from 'next/server';
import { z } from 'zod';
import { exerciseSecrets } from '#content/load';
import { seeSolution } from '#db/progress';
import { database } from '../../../../database.ts';
import { actingLearner } from '../../../http/acting-learner.ts';
import { methods } from '../../../http/methods.ts';
import { problem } from '../../../http/problem.ts';
import { readJson } from '../../../http/read-json.ts';

type Context = { params: Promise<{ id: string }> };

const askedSchema = z.strictObject({ giveUp: z.boolean() });

export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  POST: async (request, { params }) => {
    const { id } = await params;
    const asked = await readJson(request, askedSchema);
    if (asked instanceof Response) return asked;
    const secrets = exerciseSecrets(id);
    if (!secrets) return problem('unknown-exercise', `There is no exercise "${id}".`);
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const view = { learnerId: learner.learnerId, exerciseId: id, giveUp: asked.giveUp };
    if (!(await seeSolution(database(), view))) {
      return learner.attach(problem('not-passed', 'The solution shows after a pass, or when you ask to give up.'));
    }
    const { solution, alternatives, afterHtml, answers } = secrets;
    // A quiz explains its options in the verdict; the pool stays here, or the next attempt would be known.
    const shown = answers?.kind === 'quiz' ? null : answers;
    return learner.attach(NextResponse.json({ files: solution, alternatives, afterHtml, answers: shown }));
  },
});
