import { NextResponse } from 'next/server';
import { signUpSchema } from '#lib/account';
import { signUp } from '../../auth/sign-up.ts';
import { methods } from '../http/methods.ts';
import { problem, rateLimited } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';

/** Makes an account. Signing in, which moves a guest's progress over, is the next request. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: async (request) => {
    const asked = await readJson(request, signUpSchema);
    if (asked instanceof Response) return asked;
    const made = await signUp(asked, request.headers);
    if (made.outcome === 'rate-limited') return rateLimited(made.retryAfterMs);
    if (made.outcome === 'email-taken') {
      return problem('email-taken', 'There is an account with this e-mail address; sign in instead.');
    }
    return NextResponse.json({ email: made.user.email, name: made.user.name }, { status: 201 });
  },
});
