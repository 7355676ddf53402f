import { randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { environment } from '#lib/env';

const flashSchema = z.strictObject({
  id: z.string(),
  form: z.string(),
  values: z.record(z.string(), z.string()),
  errors: z.record(z.string(), z.string()),
  said: z.string().optional(),
});
/** What a form's answer has for the page that is shown next. */
export type Flash = z.infer<typeof flashSchema>;

const flashCookieName = 'underpin_form';
const flashSecondsMax = 120;
/** A cookie holds 4 KB; what is longer than this is cut. */
const charsMax = 300;

/**
 * Keeps what the next page is to say, in a cookie: an address must not hold what somebody typed. Resolves to that page's
 * address, which names the cookie, so that an old one is not shown later.
 */
export async function keepFlash(location: string, flash: Omit<Flash, 'id'>): Promise<string> {
  const id = randomBytes(6).toString('base64url');
  const cut = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.slice(0, charsMax)]));
  const value = JSON.stringify({ ...flash, id, values: cut(flash.values), errors: cut(flash.errors) });
  (await cookies()).set(flashCookieName, Buffer.from(value).toString('base64url'), {
    httpOnly: true,
    sameSite: 'lax',
    secure: environment().baseUrl.startsWith('https:'),
    path: '/account',
    maxAge: flashSecondsMax,
  });
  return `${location}${location.includes('?') ? '&' : '?'}form=${id}`;
}

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What the form that was just sent left for this page; null for a page that was opened in any other way. */
export async function readFlash(searchParams: SearchParams): Promise<Flash | null> {
  const { form } = await searchParams;
  const value = (await cookies()).get(flashCookieName)?.value;
  if (!value || typeof form !== 'string') return null;
  const flash = flashSchema.safeParse(parsed(value));
  return flash.success && flash.data.id === form ? flash.data : null;
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, 'base64url').toString());
  } catch {
    return null;
  }
}
