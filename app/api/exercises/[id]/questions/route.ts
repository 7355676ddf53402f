import { NextResponse } from 'next/server';
import { z } from 'zod';
import { exercisePage, exerciseSecrets } from '#content/load';
import { askedQuestions } from '../../../../asked-questions.ts';
import { currentDraw } from '../../../../current-draw.ts';
import { submittedDraw } from '../../../../submitted-draw.ts';
import { actingLearner } from '../../../http/acting-learner.ts';
import { methods } from '../../../http/methods.ts';
import { problem } from '../../../http/problem.ts';
import { readJson } from '../../../http/read-json.ts';

type Context = { params: Promise<{ id: string }> };

const askedSchema = z.strictObject({ submission: z.string().optional() });

/**
 * The questions of the learner's present attempt at a quiz, or those of a submission of theirs, as long as the quiz is
 * still the same, for its result to be seen again. Being asked is the beginning of one, so it makes somebody
 * new a guest: the draw hangs on who they are. No answer is in here, nor is the rest of the pool.
 */
export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  POST: async (request, { params }) => {
    const { id } = await params;
    const asked = await readJson(request, askedSchema);
    if (asked instanceof Response) return asked;
    const page = exercisePage(id);
    const answers = exerciseSecrets(id)?.answers;
    if (!page || answers?.kind !== 'quiz') return problem('unknown-exercise', `There is no quiz "${id}".`);
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const current = await currentDraw(page, learner.learnerId);
    const submitted = asked.submission ? await submittedDraw(learner.learnerId, asked.submission, id) : null;
    const draw = submitted?.pool === current.pool ? submitted : current;
    const questions = askedQuestions(answers, draw);
    return learner.attach(NextResponse.json({ draw, questions }));
  },
});
