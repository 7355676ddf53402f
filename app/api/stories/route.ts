import { NextResponse } from 'next/server';
import { storiesOf } from '#db/stories';
import { database } from '../../database.ts';
import { learnerBy } from '../../learner.ts';
import { refusedAsOthers } from '../http/meant-for.ts';
import { methods } from '../http/methods.ts';

/** One's own stories, in the order in which they were begun. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: async (request) => {
    const learner = await learnerBy(request.cookies);
    const refused = await refusedAsOthers(request, learner);
    if (refused) return refused;
    return NextResponse.json({ stories: learner ? await storiesOf(database(), learner.learnerId) : [] });
  },
});
