import type { CSSProperties } from 'react';

/**
 * Spread on a block that begins below the first screen: a phone lays it out when it is scrolled near (see globals.css).
 * `heightRem` is a guess of its height that holds until then, and rather too high than too low: what is taller than its
 * place would lie under the block behind it for whatever measures the page unseen.
 */
export function laidOutLate(heightRem: number): { 'data-late': ''; style: CSSProperties } {
  return { 'data-late': '', style: { '--height-guess': `${Math.ceil(heightRem)}rem` } as CSSProperties };
}

/** For compiled text: lines of 36 letters, which is a phone's, and one for each line of code and each block. */
export function textHeightRem(html: string): number {
  const text = html.replace(/<[^>]*>/g, '');
  const lineCount = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 36)), 0);
  return 4 + lineCount * 1.8;
}
