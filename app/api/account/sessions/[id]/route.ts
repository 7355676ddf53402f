import { deleteSession } from '#db/sessions';
import { signedInBy } from '../../../../auth.ts';
import { database } from '../../../../database.ts';
import { methods } from '../../../http/methods.ts';
import { problem } from '../../../http/problem.ts';

type Context = { params: Promise<{ id: string }> };

/** Signs one device out, at once. */
export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  DELETE: async (request, { params }) => {
    const { id } = await params;
    const user = await signedInBy(request.cookies);
    if (!user) return problem('account-required', 'Sign in first.');
    if (!(await deleteSession(database(), user.id, id))) return problem('not-found', 'You have no such session.');
    return new Response(null, { status: 204 });
  },
});
