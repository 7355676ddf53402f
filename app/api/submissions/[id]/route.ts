import { NextResponse } from 'next/server';
import { submissionOf } from '#db/submissions';
import { database } from '../../../database.ts';
import { learnerBy } from '../../../learner.ts';
import { methods } from '../../http/methods.ts';
import { problem } from '../../http/problem.ts';

type Context = { params: Promise<{ id: string }> };

export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  GET: async (request, { params }) => {
    const { id } = await params;
    const learner = await learnerBy(request.cookies);
    const submission = learner && (await submissionOf(database(), learner.learnerId, id));
    // The same answer for somebody else's as for none at all, so that nobody learns which ids exist.
    if (!submission) return problem('not-found', 'You have no such submission.');
    return NextResponse.json(submission);
  },
});
