import type { Account, NextAuthOptions, User } from 'next-auth';
import { deleteSession, sessionById } from '#db/sessions';
import { userByProvider } from '#db/users';
import { environment } from '#lib/env';
import { faultOf } from '#lib/fault';
import { database } from '../database.ts';
import { log } from '../log.ts';
import { allowProviderSignIn } from './provider-sign-in.ts';
import { providers } from './providers.ts';
import { mergeGuestOfRequest, replaceSession } from './session-cookie.ts';
import { authSecret, sessionCookieName, sessionCookieOptions, sessionSecondsMax } from './settings.ts';

const signInPage = '/account/sign-in';

/**
 * next-auth as Underpin uses it: the token holds a user id and a session id and nothing else, and counts for as long as
 * the row in `sessions` exists.
 */
export function authOptions(): NextAuthOptions {
  const { baseUrl, ...rest } = environment();
  // next-auth reads its own address from here alone, on every request.
  process.env.NEXTAUTH_URL = baseUrl;
  const secure = baseUrl.startsWith('https:');
  return {
    secret: authSecret(),
    // Its own logger prints what providers and forms have sent.
    logger: {
      error: (code, metadata) => log('error', 'auth-fault', { code, ...faultOf(errorIn(metadata)) }),
      warn: (code) => log('info', 'auth-warning', { code }),
      debug: () => undefined,
    },
    session: { strategy: 'jwt', maxAge: sessionSecondsMax },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: sessionCookieName(baseUrl),
        options: sessionCookieOptions(baseUrl),
      },
    },
    pages: { signIn: signInPage, error: signInPage, signOut: '/account' },
    providers: providers({ baseUrl, ...rest }),
    callbacks: {
      signIn: ({ user, account, profile }) =>
        account?.type === 'oauth' ? allowProviderSignIn(user, account, profile) : true,
      jwt: async ({ token, user, account }) => {
        if (!account) return token;
        const userId = await userIdOf(user, account);
        return { sub: userId, sid: await replaceSession(userId) };
      },
      session: async ({ session, token }) => {
        const current = typeof token.sid === 'string' ? await sessionById(database(), token.sid) : null;
        if (!current) return { expires: session.expires };
        return { ...session, user: { email: current.email, name: current.name } };
      },
    },
    events: {
      signIn: async ({ user, account }) => mergeGuestOfRequest(await userIdOf(user, account)),
      signOut: async ({ token }) => {
        if (typeof token.sub === 'string' && typeof token.sid === 'string') {
          await deleteSession(database(), token.sub, token.sid);
        }
      },
    },
  };
}

/** Next-auth hands over an error alone, or in an object with what it was about. */
function errorIn(metadata: Error | { error: Error; [key: string]: unknown }): unknown {
  return metadata instanceof Error ? metadata : metadata.error;
}

/** Our id: next-auth hands on the provider's own id as the user's. */
async function userIdOf(user: User, account: Account | null): Promise<string> {
  if (account?.type !== 'oauth') return user.id;
  const linked = await userByProvider(database(), account.provider, account.providerAccountId);
  if (!linked) throw new Error(`a sign-in through ${account.provider} was allowed but leads to no user`);
  return linked.id;
}
