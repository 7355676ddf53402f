import { NextResponse } from 'next/server';
import { z } from 'zod';
import { exercisePage } from '#content/load';
import { draftsOf, resetDrafts, saveDraft } from '#db/drafts';
import { sourceBytesMax } from '#lib/verdict';
import { carriedCode } from '../../../carried-code.ts';
import { database } from '../../../database.ts';
import { learnerBy } from '../../../learner.ts';
import { actingLearner } from '../../http/acting-learner.ts';
import { refusedAsOthers } from '../../http/meant-for.ts';
import { methods } from '../../http/methods.ts';
import { problem } from '../../http/problem.ts';
import { readJson, tooLarge } from '../../http/read-json.ts';

type Context = { params: Promise<{ exercise: string }> };

const savedSchema = z.strictObject({
  file: z.string(),
  source: z.string(),
  baseRevision: z.int().min(0).nullable(),
});

export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  GET: async (request, { params }) => {
    const { exercise } = await params;
    const learner = await learnerBy(request.cookies);
    const refused = await refusedAsOthers(request, learner);
    if (refused) return refused;
    if (!learner) return NextResponse.json({ files: {}, carried: {} });
    const { learnerId } = learner;
    const carried = await carriedCode(exercisePage(exercise), learnerId);
    return NextResponse.json({ files: await draftsOf(database(), learnerId, exercise), carried });
  },

  PUT: async (request, { params }) => {
    const { exercise } = await params;
    const saved = await readJson(request, savedSchema);
    if (saved instanceof Response) return saved;
    const page = exercisePage(exercise);
    if (!page) return problem('unknown-exercise', `There is no exercise "${exercise}".`);
    if (!page.files.some((file) => file.name === saved.file)) {
      return problem('invalid-request', `This exercise has no file "${saved.file}".`);
    }
    if (Buffer.byteLength(saved.source) > sourceBytesMax) {
      return tooLarge(`A file may be at most ${sourceBytesMax / 1024} KB.`);
    }
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const result = await saveDraft(database(), { learnerId: learner.learnerId, exerciseId: exercise, ...saved });
    if (result.outcome === 'conflict') {
      return problem('draft-conflict', 'Another device has saved this file since.', { current: result.current });
    }
    const { revision, updatedAt } = result.draft;
    return learner.attach(NextResponse.json({ revision, updatedAt }));
  },

  DELETE: async (request, { params }) => {
    const { exercise } = await params;
    const file = request.nextUrl.searchParams.get('file') ?? undefined;
    const learner = await learnerBy(request.cookies);
    const refused = await refusedAsOthers(request, learner);
    if (refused) return refused;
    if (learner) await resetDrafts(database(), learner.learnerId, exercise, file);
    return new Response(null, { status: 204 });
  },
});
