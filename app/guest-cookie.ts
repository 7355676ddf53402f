import { randomBytes } from 'node:crypto';
import { guestDaysMax } from '#db/learners';

export const guestCookieName = 'underpin_guest';

/** 256 random bits: the cookie is all that says who a guest is. */
export function newGuestToken(): string {
  return randomBytes(32).toString('base64url');
}

export function guestCookieOptions(baseUrl: string) {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: baseUrl.startsWith('https:'),
    path: '/',
    maxAge: guestDaysMax * 86_400,
  } as const;
}
