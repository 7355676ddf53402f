import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import GitHub from 'next-auth/providers/github';
import Google from 'next-auth/providers/google';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { Environment } from '#lib/env';
import { signInByPassword } from './password-sign-in.ts';

type OidcClaims = { sub: string; name?: string; email?: string };

/** Ways to sign in: a password always, the others where the environment names them. */
export function providers({ github, google, oidc }: Environment): NextAuthOptions['providers'] {
  return [
    Credentials({
      name: 'E-mail and password',
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: (given, request) => signInByPassword(given, new Headers(textHeaders(request.headers))),
    }),
    ...(github ? [GitHub({ clientId: github.id, clientSecret: github.secret })] : []),
    ...(google ? [Google({ clientId: google.id, clientSecret: google.secret })] : []),
    ...(oidc ? [openIdConnect(oidc)] : []),
  ];
}

function openIdConnect(oidc: NonNullable<Environment['oidc']>): OAuthConfig<OidcClaims> {
  return {
    id: 'oidc',
    name: oidc.name,
    type: 'oauth',
    wellKnown: `${oidc.issuer}/.well-known/openid-configuration`,
    clientId: oidc.id,
    clientSecret: oidc.secret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    profile: (claims) => ({ id: claims.sub, name: claims.name ?? null, email: claims.email ?? null, image: null }),
  };
}

function textHeaders(headers: Record<string, unknown> | undefined): [string, string][] {
  return Object.entries(headers ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}
