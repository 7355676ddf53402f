import { NextResponse } from 'next/server';
import { z } from 'zod';
import { actOnMock, deleteMock, mockOf } from '#db/mocks';
import { roundKindSchema } from '#lib/mock';
import { mockActionSchema } from '#lib/mock-clock';
import { database } from '../../../database.ts';
import { clockOf } from '../../../interview/mocks/mock-clock-answer.ts';
import { learnerBy } from '../../../learner.ts';
import { actingLearner } from '../../http/acting-learner.ts';
import { refusedAsOthers } from '../../http/meant-for.ts';
import { methods } from '../../http/methods.ts';
import { problem } from '../../http/problem.ts';
import { readJson } from '../../http/read-json.ts';

type Context = { params: Promise<{ mock: string }> };

const actSchema = z.strictObject({ action: mockActionSchema, round: roundKindSchema });
const noSuchMock = () => problem('not-found', 'You have no such mock interview.');

/** The clock of a mock, and what moves it: pause, resume, finish or begin a round, leave. DELETE takes away one that is over. */
export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  GET: async (request, { params }) => {
    const { mock: mockId } = await params;
    const learner = await learnerBy(request.cookies);
    const refused = await refusedAsOthers(request, learner);
    if (refused) return refused;
    const now = new Date();
    const mock = learner && (await mockOf(database(), learner.learnerId, mockId, now));
    return mock ? NextResponse.json(clockOf(mock, now)) : noSuchMock();
  },

  PUT: async (request, { params }) => {
    const { mock: mockId } = await params;
    const act = await readJson(request, actSchema);
    if (act instanceof Response) return act;
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const { learnerId } = learner;
    const now = new Date();
    await actOnMock(database(), { learnerId, mockId, ...act }, now);
    const mock = await mockOf(database(), learnerId, mockId, now);
    return learner.attach(mock ? NextResponse.json(clockOf(mock, now)) : noSuchMock());
  },

  DELETE: async (request, { params }) => {
    const { mock: mockId } = await params;
    const learner = await learnerBy(request.cookies);
    const refused = await refusedAsOthers(request, learner);
    if (refused) return refused;
    const outcome = learner && (await deleteMock(database(), { learnerId: learner.learnerId, mockId }));
    if (outcome === 'open') return problem('mock-not-over', 'This interview is still open. Leave it first.');
    return outcome === 'deleted' ? new Response(null, { status: 204 }) : noSuchMock();
  },
});
