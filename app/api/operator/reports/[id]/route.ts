import { z } from 'zod';
import { markReport } from '#db/reports';
import { database } from '../../../../database.ts';
import { ownerBy } from '../../../../operator/owner.ts';
import { methods } from '../../../http/methods.ts';
import { problem } from '../../../http/problem.ts';
import { readJson } from '../../../http/read-json.ts';

type Context = { params: Promise<{ id: string }> };

const markSchema = z.strictObject({ done: z.boolean() });

/** Marks a report as done, or opens it again. */
export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  PUT: async (request, { params }) => {
    // The same answer as at an address where there is nothing, whatever was sent.
    if (!(await ownerBy(request.cookies))) return problem('not-found', 'There is nothing at this address.');
    const mark = await readJson(request, markSchema);
    if (mark instanceof Response) return mark;
    const { id } = await params;
    if (!(await markReport(database(), id, mark.done))) return problem('not-found', 'There is no such report.');
    return new Response(null, { status: 204 });
  },
});
