import { NextResponse } from 'next/server';
import { exercisePage } from '#content/load';
import { exerciseProgressOf } from '#db/progress';
import { database } from '../../../../database.ts';
import { learnerBy } from '../../../../learner.ts';
import { referenceRun } from '../../../../reference-run.ts';
import { methods } from '../../../http/methods.ts';
import { problem } from '../../../http/problem.ts';

type Context = { params: Promise<{ id: string }> };

/** What the reference takes for the same tests, for a learner who has passed them: the first one of all to ask waits. */
export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  GET: async (request, { params }) => {
    const { id } = await params;
    const page = exercisePage(id);
    if (!page) return problem('unknown-exercise', `There is no exercise "${id}".`);
    const learner = await learnerBy(request.cookies);
    const progress = learner && (await exerciseProgressOf(database(), learner.learnerId, id));
    if (progress?.status !== 'passed') return problem('not-passed', 'There is something to compare after a pass.');
    const file = request.nextUrl.searchParams.get('file') ?? '';
    return NextResponse.json({ reference: await referenceRun(page, file) });
  },
});
