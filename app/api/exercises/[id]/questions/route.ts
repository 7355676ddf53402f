import { NextResponse } from 'next/server';
import { exercisePage, exerciseSecrets } from '#content/load';
import { drawQuestions } from '#content/quiz-draw';
import { currentDraw } from '../../../../current-draw.ts';
import { actingLearner } from '../../../http/acting-learner.ts';
import { methods } from '../../../http/methods.ts';
import { problem } from '../../../http/problem.ts';

type Context = { params: Promise<{ id: string }> };

/**
 * The questions of the learner's present attempt at a quiz. Being asked is the beginning of one, so it makes somebody
 * new a guest: the draw hangs on who they are. No answer is in here, nor is the rest of the pool.
 */
export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  POST: async (request, { params }) => {
    const { id } = await params;
    const page = exercisePage(id);
    const answers = exerciseSecrets(id)?.answers;
    if (!page || answers?.kind !== 'quiz') return problem('unknown-exercise', `There is no quiz "${id}".`);
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const draw = await currentDraw(page, learner.learnerId);
    const questions = drawQuestions(answers.questions, answers.draw, draw).map(({ question, order }) => ({
      id: question.id,
      questionHtml: question.questionHtml,
      several: question.several,
      options: order.map((option) => question.options[option]),
    }));
    return learner.attach(NextResponse.json({ draw, questions }));
  },
});
