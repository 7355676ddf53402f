'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { zoneCookieName } from './zone.ts';

/** Tells the server the browser's time zone, and has the page drawn again when it was drawn for another one. */
export function ZoneCookie({ drawnFor }: { drawnFor: string }) {
  const router = useRouter();
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (!timeZone || timeZone === drawnFor) return;
    document.cookie = `${zoneCookieName}=${encodeURIComponent(timeZone)}; path=/; max-age=${400 * 86_400}; samesite=lax`;
    // A browser that keeps no cookies would be asked for ever.
    if (document.cookie.includes(`${zoneCookieName}=`)) router.refresh();
  }, [router, drawnFor]);
  return null;
}
