import type { Account, Profile, User } from 'next-auth';
import { takeLinkRequest } from '#db/sessions';
import { resolveProvider, type ProviderOutcome } from '#db/users';
import { emailSchema } from '#lib/account';
import { environment } from '#lib/env';
import { auth } from '../auth.ts';
import { database } from '../database.ts';

/** The sign-in page finds its words by these; `OAuthAccountNotLinked` is next-auth's own name for the same refusal. */
const refusals = {
  'linked-to-other': 'account-in-use',
  'email-missing': 'email-missing',
  'email-unverified': 'email-unverified',
  'email-taken': 'OAuthAccountNotLinked',
} as const;

/**
 * True to let a sign-in through a provider go on, or the address that says why not. Being signed in links nothing by
 * itself: on a shared computer the next person's provider account would open this one's. Only a link that was asked for
 * on the account page, with a password or a fresh sign-in, is made.
 */
export async function allowProviderSignIn(user: User, account: Account, profile: Profile | undefined) {
  const email = emailSchema.safeParse(user.email ?? profile?.email);
  const current = await auth();
  const links = current !== null && (await takeLinkRequest(database(), current.sessionId, account.provider));
  const result = await resolveProvider(database(), {
    provider: account.provider,
    providerAccountId: account.providerAccountId,
    email: email.success ? email.data : null,
    emailRefuted: profile !== undefined && 'email_verified' in profile && !isTrue(profile.email_verified),
    name: user.name ?? null,
    currentUserId: links ? current.id : null,
  });
  const page = links ? '/account' : '/account/sign-in';
  return isRefused(result) ? `${environment().baseUrl}${page}?error=${refusals[result.outcome]}` : true;
}

function isRefused(result: ProviderOutcome): result is Exclude<ProviderOutcome, { userId: string }> {
  return !('userId' in result);
}

/** Some providers send the claim as text. */
function isTrue(claim: unknown): boolean {
  return claim === true || claim === 'true';
}
