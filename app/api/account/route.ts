import { NextResponse } from 'next/server';
import { hash } from '@node-rs/argon2';
import { createUser } from '#db/users';
import { signUpSchema } from '#lib/account';
import { clientAddress } from '../../client-address.ts';
import { database } from '../../database.ts';
import { takeFrom } from '../../limits.ts';
import { methods } from '../http/methods.ts';
import { problem, rateLimited } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';

/** Makes an account. Signing in, which moves a guest's progress over, is the next request. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: async (request) => {
    const signUp = await readJson(request, signUpSchema);
    if (signUp instanceof Response) return signUp;
    const refused = await takeFrom('signUpByAddress', clientAddress(request.headers));
    if (refused) return rateLimited(refused.retryAfterMs);
    const { email, password, name } = signUp;
    const user = await createUser(database(), { email, name: name || null, passwordHash: await hash(password) });
    if (!user) return problem('email-taken', 'There is an account with this e-mail address; sign in instead.');
    return NextResponse.json({ email: user.email, name: user.name }, { status: 201 });
  },
});
