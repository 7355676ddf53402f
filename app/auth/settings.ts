import { sessionDaysMax } from '#db/sessions';
import { environment } from '#lib/env';
import { oncePerProcess } from '#lib/once-per-process';
import { readSecrets } from '../secrets.ts';

/** What next-auth encrypts tokens with. */
export function authSecret(): string {
  return oncePerProcess('secrets', () => readSecrets(environment().dataDir)).sessionSecret;
}

export const sessionSecondsMax = sessionDaysMax * 86_400;

/** `__Secure-` makes browsers refuse the cookie over http, so it is for https alone. */
export function sessionCookieName(baseUrl: string): string {
  return baseUrl.startsWith('https:') ? '__Secure-underpin_session' : 'underpin_session';
}

export function sessionCookieOptions(baseUrl: string) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: baseUrl.startsWith('https:') } as const;
}
