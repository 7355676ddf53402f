import type { Drawn } from './draw-diagram.ts';

export type DrawRequest = { source: string; id: string };

/**
 * `failed`: the renderer could not be loaded. `too-slow`: nor could it in the time there is for that. `replaced`: a newer
 * text came before this one was begun.
 */
export type DrawOutcome = Drawn | { type: 'failed' } | { type: 'too-slow' } | { type: 'replaced' };

/** `ready` comes once, when the renderer is loaded, and before anything drawn. */
export type DrawMessage = Drawn | { type: 'ready' };

export type DiagramDrawer = ReturnType<typeof diagramDrawer>;

/** What a worker is to the drawer. */
export type DrawWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Longer than the slowest phone takes for the longest diagram; what takes longer never ends. */
const drawMsMax = 12_000;

/** Half a megabyte at 70 kbit/s. It is apart from the drawing, so that a slow line is not taken for a difficult text. */
export const loadMsMax = 60_000;

/**
 * Draws in a worker, one text after another and always the newest one. A text on which the renderer hangs costs its
 * worker and nothing else, so that it can be corrected. Nothing is loaded before the first text.
 */
export function diagramDrawer(open: () => DrawWorker, { drawMs, loadMs } = { drawMs: drawMsMax, loadMs: loadMsMax }) {
  type Job = DrawRequest & { resolve: (outcome: DrawOutcome) => void };
  let worker: DrawWorker | null = null;
  let isLoaded = false;
  let running: Job | null = null;
  let waiting: Job | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(outcome: DrawOutcome) {
    clearTimeout(timer);
    running?.resolve(outcome);
    running = null;
    const next = waiting;
    waiting = null;
    if (next) begin(next);
  }

  function drop() {
    worker?.terminate();
    worker = null;
    isLoaded = false;
  }

  function giveUpIn(ms: number, outcome: DrawOutcome) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      drop();
      end(outcome);
    }, ms);
  }

  function timeDrawing() {
    giveUpIn(drawMs, { type: 'fault', line: null, text: `it takes longer than ${drawMs / 1000} s; make it simpler` });
  }

  function begin(job: Job) {
    running = job;
    if (!worker) {
      try {
        worker = open();
      } catch (cause) {
        console.warn('The worker that draws diagrams could not be opened.', cause);
        return end({ type: 'failed' });
      }
      worker.onmessage = ({ data }: MessageEvent<DrawMessage>) => {
        if (data.type !== 'ready') return end(data);
        isLoaded = true;
        timeDrawing();
      };
      worker.onerror = () => {
        drop();
        end({ type: 'failed' });
      };
    }
    if (isLoaded) timeDrawing();
    else giveUpIn(loadMs, { type: 'too-slow' });
    worker.postMessage({ source: job.source, id: job.id } satisfies DrawRequest);
  }

  return {
    draw: (request: DrawRequest): Promise<DrawOutcome> =>
      new Promise((resolve) => {
        const job = { ...request, resolve };
        if (!running) return begin(job);
        waiting?.resolve({ type: 'replaced' });
        waiting = job;
      }),
    close() {
      clearTimeout(timer);
      drop();
      for (const job of [running, waiting]) job?.resolve({ type: 'replaced' });
      running = waiting = null;
    },
  };
}
