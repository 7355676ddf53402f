import { z } from 'zod';
import { exercisePage } from '#content/load';
import { learnerFilesSchema, sourceBytesMax } from '#lib/verdict';
import { requestOnce } from '#sandbox/client';
import { sendRequestSchema } from '#sandbox/wire';
import { actingLearner } from '../http/acting-learner.ts';
import { inTurn } from '../http/in-turn.ts';
import { methods } from '../http/methods.ts';
import { problem } from '../http/problem.ts';
import { readJson, tooLarge } from '../http/read-json.ts';

/** Lengths of files are looked at on their own, so that code that is too long is told from a request that is malformed. */
const postedSchema = sendRequestSchema.pick({ exercise: true, requests: true }).extend({
  files: z.record(z.string(), z.string()),
});

/** Sends requests to the service that a learner's file makes. Nothing is judged and nothing is stored. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: async (request) => {
    const posted = await readJson(request, postedSchema);
    if (posted instanceof Response) return posted;
    const page = exercisePage(posted.exercise);
    if (!page) return problem('unknown-exercise', `There is no exercise "${posted.exercise}".`);
    if (page.kind !== 'http' && page.kind !== 'lab') {
      return problem('invalid-request', 'This exercise has no service to send requests to.');
    }
    if (Object.values(posted.files).some((source) => Buffer.byteLength(source) > sourceBytesMax)) {
      return tooLarge(`A file may be at most ${sourceBytesMax / 1024} KB.`);
    }
    const files = learnerFilesSchema.safeParse(posted.files);
    const expected = page.files.map(({ name }) => name);
    if (!files.success || !Object.keys(files.data).every((name) => expected.includes(name))) {
      return problem(
        'invalid-request',
        `This exercise takes ${expected.join(page.submits === 'all' ? ' and ' : ' or ')}.`,
      );
    }
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const { learnerId: id, kind } = learner;
    const sent = { ...posted, files: files.data, learner: id, guest: kind === 'guest' };
    return inTurn(learner, () => requestOnce(sent, request.signal));
  },
});
