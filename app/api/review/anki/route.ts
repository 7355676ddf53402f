import { NextResponse } from 'next/server';
import { questionPage, questionThemes } from '#content/load';
import { cardsOf } from '#db/review-cards';
import { environment } from '#lib/env';
import { database } from '../../../database.ts';
import { learnerBy } from '../../../learner.ts';
import { takeFrom } from '../../../limits.ts';
import { findQuestion } from '../../../progress/material.ts';
import { ankiFile, noteOfCheck, noteOfQuestion, type Note } from '../../../review/anki/notes.ts';
import { methods } from '../../http/methods.ts';
import { problem, rateLimited } from '../../http/problem.ts';

/** Cards to import into Anki: those of whoever asks, or with `?theme=` all questions of a theme. Anki cannot run exercises. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: async (request) => {
    const themeId = request.nextUrl.searchParams.get('theme');
    if (themeId !== null) {
      const notes = notesOfTheme(themeId);
      return notes ? fileOf(themeId, notes) : problem('not-found', `The question bank has no theme "${themeId}".`);
    }
    const learner = await learnerBy(request.cookies);
    if (!learner) return problem('not-found', 'There is nothing of yours on this server yet.');
    const refused = await takeFrom('exportByLearner', learner.learnerId);
    if (refused) return rateLimited(refused.retryAfterMs);
    const { baseUrl } = environment();
    const notes = (await cardsOf(database(), learner.learnerId)).flatMap(({ kind, itemId }): Note[] => {
      if (kind === 'question') {
        const page = questionPage(itemId);
        return page ? [noteOfQuestion(page, baseUrl)] : [];
      }
      const [lessonId = '', checkId = ''] = itemId.split('/');
      const question = kind === 'check' ? findQuestion(lessonId, checkId) : null;
      return question ? [noteOfCheck(question, baseUrl)] : [];
    });
    return fileOf('review', notes);
  },
});

function notesOfTheme(themeId: string): Note[] | null {
  const theme = questionThemes().find(({ id }) => id === themeId);
  if (!theme) return null;
  const { baseUrl } = environment();
  return theme.questions.flatMap(({ id }) => {
    const page = questionPage(id);
    return page ? [noteOfQuestion(page, baseUrl)] : [];
  });
}

function fileOf(name: string, notes: readonly Note[]): NextResponse {
  return new NextResponse(ankiFile(notes), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="underpin-${name}.csv"`,
    },
  });
}
