'use client';

import { useEffect } from 'react';

/**
 * Remembers where the reader was, once they have begun to read. Opening a page is not reading: without the first
 * scroll, key or press nothing is stored, and no guest is made for a passing crawler.
 */
export function VisitReport({ kind, id }: { kind: 'lesson' | 'exercise'; id: string }) {
  useEffect(() => {
    const signs = ['scroll', 'keydown', 'pointerdown'] as const;
    const stop = () => signs.forEach((sign) => window.removeEventListener(sign, report));
    const report = () => {
      stop();
      void send(kind, id);
    };
    signs.forEach((sign) => window.addEventListener(sign, report, { passive: true }));
    return stop;
  }, [kind, id]);
  return null;
}

async function send(kind: string, id: string): Promise<void> {
  try {
    await fetch('/api/visits', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind, id }),
      keepalive: true,
    });
  } catch (error) {
    // Not worth a word to the reader: the next visit is remembered again.
    console.warn('The visit was not remembered.', error);
  }
}
