'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import type { KeepMessage } from './worker/names.ts';

/**
 * Has the pages that somebody reads kept for reading without a connection. It begins with the first sign of a person, so
 * that it never competes with the page itself, and only where the build is not remade under it.
 */
export function OfflineRegistration() {
  const pathname = usePathname();
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, begin);
    };
    // The files that come with the sign of a person are part of the page.
    const begin = () => {
      stop();
      timer = setTimeout(() => void keep(pathname), settledMs);
    };
    for (const sign of signs) addEventListener(sign, begin, { passive: true });
    return stop;
  }, [pathname]);
  return null;
}

const signs = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'touchstart'] as const;
const settledMs = 1500;

async function keep(path: string): Promise<void> {
  try {
    await navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' });
    const { active } = await navigator.serviceWorker.ready;
    // A mark or an answer without a connection is put there, and no page loads it before that.
    await import('#lib/outbox/here');
    const assets = performance.getEntriesByType('resource').map(({ name }) => name);
    active?.postMessage({ type: 'keep', path, assets } satisfies KeepMessage);
  } catch (error) {
    console.warn('Pages are not kept for reading offline.', error);
  }
}
