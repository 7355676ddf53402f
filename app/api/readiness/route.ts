import { NextResponse } from 'next/server';
import { signedInBy } from '../../auth.ts';
import { database } from '../../database.ts';
import { learnerBy } from '../../learner.ts';
import { takeFrom } from '../../limits.ts';
import { currentReport } from '../../progress/readiness/current-report.ts';
import { reportFile } from '../../progress/readiness/report-file.ts';
import { zoneCookieName, zoneFrom } from '../../progress/zone.ts';
import { methods } from '../http/methods.ts';
import { problem, rateLimited } from '../http/problem.ts';

/** The readiness report of whoever asks, as one HTML file to keep or to send. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: async (request) => {
    const learner = await learnerBy(request.cookies);
    if (!learner) return problem('not-found', 'There is nothing of yours on this server yet.');
    const refused = await takeFrom('exportByLearner', learner.learnerId);
    if (refused) return rateLimited(refused.retryAfterMs);
    const name = (learner.kind === 'account' && (await signedInBy(request.cookies))?.name) || null;
    const { zone } = zoneFrom(request.cookies.get(zoneCookieName)?.value);
    const now = new Date();
    const report = await currentReport(database(), { learner, name, now, zone });
    return new NextResponse(reportFile(report, { zone }), {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-disposition': `attachment; filename="underpin-readiness-${now.toISOString().slice(0, 10)}.html"`,
        // Downloaded, never shown by us; and if it were, with nothing but its own styles.
        'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'`,
        'cache-control': 'private, no-store',
      },
    });
  },
});
