'use client';

import { useEffect } from 'react';

/** Asks for the italics once the page stands: they are a few words of it, and would keep all others waiting. */
export function LateFaces() {
  useEffect(() => {
    const ask = () => {
      document.documentElement.dataset.faces = 'all';
    };
    if (document.readyState === 'complete') return ask();
    addEventListener('load', ask, { once: true });
    return () => removeEventListener('load', ask);
  }, []);
  return null;
}
