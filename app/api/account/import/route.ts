import { NextResponse } from 'next/server';
import { exportHeadSchema, exportSchema, exportVersion } from '#db/export-format';
import { importExport } from '#db/import';
import { learnerOfUser } from '#db/learners';
import { importBytesMax, importMbMax } from '#lib/account';
import { signedInBy } from '../../../auth.ts';
import { database } from '../../../database.ts';
import { takeFrom } from '../../../limits.ts';
import { methods } from '../../http/methods.ts';
import { problem, rateLimited } from '../../http/problem.ts';
import { readText, tooLarge } from '../../http/read-json.ts';

/** Brings a file that another server exported into the account; `importExport` says by which rules. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: async (request) => {
    const user = await signedInBy(request.cookies);
    if (!user) return problem('account-required', 'Sign in first: an import goes into an account.');
    const refused = await takeFrom('importByUser', user.id);
    if (refused) return rateLimited(refused.retryAfterMs);
    const text = await readText(request, importBytesMax);
    if (text === null) {
      return tooLarge(`An import may have at most ${importMbMax} MB. Nothing of this file was taken.`);
    }
    const file = parsed(text);
    const head = exportHeadSchema.safeParse(file);
    if (!head.success) {
      return problem('invalid-request', 'This is not a file that Underpin exported. Nothing of it was taken.');
    }
    if (head.data.version > exportVersion) {
      return problem(
        'invalid-request',
        'This file was exported by a newer Underpin. Upgrade this server, then import it again.',
      );
    }
    const checked = exportSchema.safeParse(file);
    if (!checked.success) {
      const [issue] = checked.error.issues;
      return problem(
        'invalid-request',
        `This file was changed or is damaged: ${issue?.path.join('.') ?? 'the file'} ${issue?.message ?? ''}. Nothing of it was taken.`,
      );
    }
    const learnerId = await learnerOfUser(database(), user.id);
    return NextResponse.json({ imported: await importExport(database(), { learnerId, file: checked.data }) });
  },
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
