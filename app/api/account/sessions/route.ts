import { NextResponse } from 'next/server';
import { sessionsOf } from '#db/sessions';
import { signedInBy } from '../../../auth.ts';
import { database } from '../../../database.ts';
import { methods } from '../../http/methods.ts';
import { problem } from '../../http/problem.ts';

/** The devices that are signed in to the account. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: async (request) => {
    const user = await signedInBy(request.cookies);
    if (!user) return problem('account-required', 'Sign in first.');
    const rows = await sessionsOf(database(), user.id);
    return NextResponse.json({ sessions: rows.map((row) => ({ ...row, current: row.id === user.sessionId })) });
  },
});
