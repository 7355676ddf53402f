import { NextResponse } from 'next/server';
import { createPasswordReset } from '#db/password-resets';
import { userById } from '#db/users';
import { resetUrl } from '../../../../../account/reset-link.ts';
import { database } from '../../../../../database.ts';
import { ownerBy } from '../../../../../operator/owner.ts';
import { methods } from '../../../../http/methods.ts';
import { problem } from '../../../../http/problem.ts';

type Context = { params: Promise<{ id: string }> };

/** Makes a link with which somebody sets a new password, for the operator to hand over: for servers without mail. */
export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  POST: async (request, { params }) => {
    // The same answer as at an address where there is nothing, whatever was asked for.
    if (!(await ownerBy(request.cookies))) return problem('not-found', 'There is nothing at this address.');
    const user = await userById(database(), (await params).id);
    if (!user) return problem('not-found', 'There is no such account.');
    const url = resetUrl(await createPasswordReset(database(), user.id));
    return NextResponse.json({ url }, { status: 201, headers: { 'cache-control': 'no-store' } });
  },
});
