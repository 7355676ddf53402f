import { environment } from '#lib/env';

export type ProviderName = { id: 'github' | 'google' | 'oidc'; name: string };

/** The providers that this server has keys for, as their buttons call them. */
export function providerNames(): ProviderName[] {
  const { github, google, oidc } = environment();
  return [
    ...(github ? [{ id: 'github', name: 'GitHub' } as const] : []),
    ...(google ? [{ id: 'google', name: 'Google' } as const] : []),
    ...(oidc ? [{ id: 'oidc', name: oidc.name } as const] : []),
  ];
}
