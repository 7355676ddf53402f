import type { Db } from '#db/client';
import { createPasswordReset } from '#db/password-resets';
import { userByEmail } from '#db/users';
import { emailSchema } from '#lib/account';
import { environment } from '#lib/env';

/**
 * A link with which the account of this address gets a new password, for the operator to hand over; null when there is
 * no such account. Whoever holds it holds the account, so it is shown to nobody but them.
 */
export async function makeResetLink(db: Db, email: string): Promise<string | null> {
  const known = emailSchema.safeParse(email);
  const user = known.success ? await userByEmail(db, known.data) : null;
  return user ? resetUrl(await createPasswordReset(db, user.id)) : null;
}

export function resetUrl(token: string): string {
  return `${environment().baseUrl}/account/reset?${new URLSearchParams({ token })}`;
}
