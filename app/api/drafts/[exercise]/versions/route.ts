import { NextResponse } from 'next/server';
import { z } from 'zod';
import { exercisePage } from '#content/load';
import { draftVersionsOf, keepVersions } from '#db/draft-versions';
import { sourceBytesMax } from '#lib/verdict';
import { database } from '../../../../database.ts';
import { learnerBy } from '../../../../learner.ts';
import { actingLearner } from '../../../http/acting-learner.ts';
import { methods } from '../../../http/methods.ts';
import { problem } from '../../../http/problem.ts';
import { readJson, tooLarge } from '../../../http/read-json.ts';

type Context = { params: Promise<{ exercise: string }> };

/** Only what a page replaces on the learner's behalf; the other reasons are ours to give. */
const keptSchema = z.strictObject({ file: z.string(), source: z.string(), reason: z.enum(['restore', 'conflict']) });

/** The history of one file: GET lists it newest first, POST keeps a text that is about to be replaced. */
export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  GET: async (request, { params }) => {
    const { exercise } = await params;
    const file = request.nextUrl.searchParams.get('file');
    if (!file) return problem('invalid-request', 'Say which file: ?file=NAME.');
    const learner = await learnerBy(request.cookies);
    const key = learner && { learnerId: learner.learnerId, exerciseId: exercise, file };
    return NextResponse.json({ versions: key ? await draftVersionsOf(database(), key) : [] });
  },

  POST: async (request, { params }) => {
    const { exercise } = await params;
    const kept = await readJson(request, keptSchema);
    if (kept instanceof Response) return kept;
    const { file, source, reason } = kept;
    const page = exercisePage(exercise);
    if (!page) return problem('unknown-exercise', `There is no exercise "${exercise}".`);
    if (!page.files.some(({ name }) => name === file)) {
      return problem('invalid-request', `This exercise has no file "${file}".`);
    }
    if (Buffer.byteLength(source) > sourceBytesMax) {
      return tooLarge(`A file may be at most ${sourceBytesMax / 1024} KB.`);
    }
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const { learnerId } = learner;
    await keepVersions(database(), { learnerId, exerciseId: exercise, files: { [file]: source }, reason });
    return learner.attach(new NextResponse(null, { status: 204 }));
  },
});
