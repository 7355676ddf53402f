'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/**
 * Has a page of mocks drawn anew when it is gone back to: the router shows it as it was, and meanwhile an interview has
 * begun or ended, or an answer been rated. `drawing` is another one each time that the server draws the page.
 */
export function ShownAgain({ drawing }: { drawing: string }) {
  const router = useRouter();
  useEffect(() => {
    if (isShownAgain(drawing)) router.refresh();
  }, [drawing, router]);
  return null;
}

const drawingsShown = new Set<string>();

/** Whether this drawing was asked about before. */
export function isShownAgain(drawing: string): boolean {
  if (drawingsShown.has(drawing)) return true;
  drawingsShown.add(drawing);
  return false;
}
