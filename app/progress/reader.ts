import { cookies, headers } from 'next/headers';
import { localesFrom } from './locales.ts';
import { zoneCookieName, zoneFrom } from './zone.ts';

export type Reader = { zone: string; locales: string[] };

/**
 * What the browser that asks for a page says of its reader: the time zone whose days are counted, and the languages in
 * which they are written. So they stand on the page as it is sent, without scripts too, and nothing is written twice.
 */
export async function reader(): Promise<Reader> {
  const { zone } = zoneFrom((await cookies()).get(zoneCookieName)?.value);
  return { zone, locales: localesFrom((await headers()).get('accept-language')) };
}
