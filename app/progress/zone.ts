import { isZone } from './days.ts';

/** The browser writes its time zone here; days are counted in it, and it is stored nowhere. */
export const zoneCookieName = 'underpin_zone';

/** `said` is false while the browser has not told its zone: days are those of UTC then. */
export function zoneFrom(cookie: string | undefined): { zone: string; said: boolean } {
  const zone = cookie === undefined ? '' : decodeSafely(cookie);
  return zone !== '' && isZone(zone) ? { zone, said: true } : { zone: 'UTC', said: false };
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
