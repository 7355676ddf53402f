import type { CSSProperties } from 'react';

/** Spread on an element to give it a track's colour: `<section {...trackHue(28)}>`. The tokens do the rest. */
export function trackHue(hue: number): { 'data-hue': string; style: CSSProperties } {
  return { 'data-hue': '', style: { '--hue': hue } as CSSProperties };
}
