'use client';
import { useEffect, useId, useState } from 'react';
import { drawDiagram, type DrawFault, type Drawn } from './draw-diagram.ts';

type Picture = Extract<Drawn, { type: 'picture' }>;
export type DiagramState = {
  /** The last text that could be drawn; it stays while the present one cannot. */
  picture: Picture | null;
  fault: DrawFault | null;
  /** `failed`: the renderer could not be loaded. */
  renderer: 'idle' | 'loading' | 'ready' | 'failed';
  retry: () => void;
};

const pauseMsMin = 250;
const pauseMsMax = 2_000;

/** Draws on each pause of typing. A pause is longer where drawing takes longer, so that typing never waits for it. */
export function useDiagram(source: string): DiagramState {
  const id = `d${useId().replace(/\W/g, '')}`;
  const [shown, setShown] = useState<Omit<DiagramState, 'retry'>>({ picture: null, fault: null, renderer: 'idle' });
  const [attempt, setAttempt] = useState(0);
  const [pace] = useState(() => ({ drawMs: 0 }));

  useEffect(() => {
    let isCurrent = true;
    const draw = async () => {
      if (source.trim() === '') return setShown((before) => ({ ...before, picture: null, fault: null }));
      setShown((before) => (before.renderer === 'ready' ? before : { ...before, renderer: 'loading' }));
      // Half a megabyte, so only for those who draw.
      const library = await import('beautiful-mermaid').catch((cause: unknown) => {
        console.warn('The renderer of diagrams could not be loaded.', cause);
        return null;
      });
      if (!isCurrent) return;
      if (!library) return setShown((before) => ({ ...before, renderer: 'failed' }));
      const began = performance.now();
      const drawn = drawDiagram(library.renderMermaidSVG, source, id);
      pace.drawMs = performance.now() - began;
      setShown(({ picture }) => ({
        picture: drawn.type === 'picture' ? drawn : picture,
        fault: drawn.type === 'fault' ? drawn : null,
        renderer: 'ready',
      }));
    };
    const pauseMs = Math.min(Math.max(3 * pace.drawMs, pauseMsMin), pauseMsMax);
    const timer = setTimeout(() => void draw(), pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [source, id, attempt, pace]);

  return { ...shown, retry: () => setAttempt((count) => count + 1) };
}
