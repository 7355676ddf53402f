import { NextResponse } from 'next/server';
import { z } from 'zod';
import { questions, questionThemes } from '#content/load';
import { queuedQuestions, queueQuestions, unqueueQuestions } from '#db/question-cards';
import { database } from '../../../database.ts';
import { actingLearner } from '../../http/acting-learner.ts';
import { methods } from '../../http/methods.ts';
import { problem } from '../../http/problem.ts';
import { readJson } from '../../http/read-json.ts';

const changeSchema = z.union([
  z.strictObject({ question: z.string().max(120), queued: z.boolean() }),
  z.strictObject({ theme: z.string().max(120), queued: z.boolean() }),
]);

/** Puts a question of the bank, or all of a theme, into the review queue or takes it out; answers with what is in it. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: async (request) => {
    const change = await readJson(request, changeSchema);
    if (change instanceof Response) return change;
    const questionIds = 'theme' in change ? idsOfTheme(change.theme) : idsOf(change.question);
    if (!questionIds) return problem('not-found', 'The question bank has no such question or theme.');
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const of = { learnerId: learner.learnerId, questionIds };
    await (change.queued ? queueQuestions : unqueueQuestions)(database(), of);
    return learner.attach(NextResponse.json({ queued: await queuedQuestions(database(), learner.learnerId) }));
  },
});

function idsOf(questionId: string): string[] | null {
  return questions().some(({ id }) => id === questionId) ? [questionId] : null;
}

function idsOfTheme(themeId: string): string[] | null {
  const theme = questionThemes().find(({ id }) => id === themeId);
  return theme ? theme.questions.map(({ id }) => id) : null;
}
