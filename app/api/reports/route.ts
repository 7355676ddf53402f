import { createHash } from 'node:crypto';
import { NextResponse } from 'next/server';
import { z } from 'zod';
import { exercisePage } from '#content/load';
import { saveReport } from '#db/reports';
import { reportCharsMax, reportKinds, type ReportKind } from '#lib/report';
import { learnerFilesSchema } from '#lib/verdict';
import { clientAddress } from '../../client-address.ts';
import { database } from '../../database.ts';
import { findLesson } from '../../find-lesson.ts';
import { takeFrom } from '../../limits.ts';
import { version } from '../../version.ts';
import { actingLearner } from '../http/acting-learner.ts';
import { methods } from '../http/methods.ts';
import { problem, rateLimited } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';

const reportSchema = z.strictObject({
  itemKind: z.enum(['lesson', 'exercise']),
  item: z.string().max(200),
  kind: z.enum(Object.keys(reportKinds) as [ReportKind, ...ReportKind[]]),
  text: z
    .string()
    .trim()
    .min(1, 'Say in a sentence what is wrong.')
    .max(reportCharsMax, `Use at most ${reportCharsMax} characters.`),
  /** Their code, where they ticked the box. */
  files: learnerFilesSchema.optional(),
});

/** A learner says what is wrong with a lesson or an exercise; an owner reads it. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: async (request) => {
    const report = await readJson(request, reportSchema);
    if (report instanceof Response) return report;
    const { itemKind, item, kind, text, files } = report;
    const contentHash = itemKind === 'exercise' ? exercisePage(item)?.contentHash : hashOfLesson(item);
    if (contentHash === undefined) return problem(`unknown-${itemKind}`, `There is no ${itemKind} "${item}".`);
    const names = itemKind === 'exercise' ? exercisePage(item)?.files.map(({ name }) => name) : [];
    if (!Object.keys(files ?? {}).every((name) => names?.includes(name))) {
      return problem('invalid-request', `The ${itemKind} "${item}" has no such file.`);
    }
    const refusedAddress = await takeFrom('reportByAddress', clientAddress(request.headers));
    if (refusedAddress) return rateLimited(refusedAddress.retryAfterMs);
    const learner = await actingLearner(request);
    if (learner instanceof Response) return learner;
    const { learnerId } = learner;
    const refused = await takeFrom('report', learnerId);
    if (refused) return learner.attach(rateLimited(refused.retryAfterMs));
    const about = { itemKind, itemId: item, contentHash, version: version(), kind, text };
    const id = await saveReport(database(), { learnerId, ...about, files: files ?? null });
    return learner.attach(NextResponse.json({ id }, { status: 201 }));
  },
});

/** A lesson has no hash of its own, and its compiled text is what the reader saw. */
function hashOfLesson(id: string): string | undefined {
  const lesson = findLesson(id);
  return lesson ? createHash('sha256').update(JSON.stringify(lesson)).digest('hex').slice(0, 16) : undefined;
}
