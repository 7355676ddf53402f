'use client';
import { useEffect, useId, useState } from 'react';
import { diagramDrawer, loadMsMax, type DrawWorker } from './diagram-drawer.ts';
import type { DrawFault, Drawn } from './draw-diagram.ts';

type Picture = Extract<Drawn, { type: 'picture' }>;
export type DiagramState = {
  /** The last text that could be drawn; it stays while the present one cannot. */
  picture: Picture | null;
  fault: DrawFault | null;
  /** `failed`: the renderer could not be loaded. `too-slow`: not in the time there is for it. */
  renderer: 'idle' | 'loading' | 'ready' | keyof typeof unloadedWords;
  retry: () => void;
};

export const unloadedWords = {
  failed: 'The renderer could not be loaded.',
  'too-slow': `The renderer did not arrive within ${loadMsMax / 1000} s; the connection may be slow.`,
};

const pauseMs = 300;

/** Draws at each pause of typing, and loads the renderer, half a megabyte, for those alone who draw. */
export function useDiagram(source: string): DiagramState {
  const id = `d${useId().replace(/\W/g, '')}`;
  const [drawer] = useState(() => diagramDrawer(openWorker));
  const [shown, setShown] = useState<Omit<DiagramState, 'retry'>>({ picture: null, fault: null, renderer: 'idle' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => () => drawer.close(), [drawer]);
  useEffect(() => {
    let isCurrent = true;
    const draw = async () => {
      if (source.trim() === '') return setShown((before) => ({ ...before, picture: null, fault: null }));
      setShown((before) => (before.renderer === 'ready' ? before : { ...before, renderer: 'loading' }));
      const drawn = await drawer.draw({ source, id });
      if (!isCurrent || drawn.type === 'replaced') return;
      const { type } = drawn;
      if (type === 'failed' || type === 'too-slow') return setShown((before) => ({ ...before, renderer: type }));
      setShown(({ picture }) => ({
        picture: drawn.type === 'picture' ? drawn : picture,
        fault: drawn.type === 'fault' ? drawn : null,
        renderer: 'ready',
      }));
    };
    const timer = setTimeout(() => void draw(), pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [source, id, attempt, drawer]);

  return { ...shown, retry: () => setAttempt((count) => count + 1) };
}

/** From our own origin as a module, so that `worker-src 'self'` is enough. */
function openWorker(): DrawWorker {
  return new Worker(new URL('./draw-worker.ts', import.meta.url), { type: 'module' });
}
