import type { Drawn } from './draw-diagram.ts';

export type DrawRequest = { source: string; id: string };

/** `failed`: the renderer could not be loaded. `replaced`: a newer text came before this one was begun. */
export type DrawOutcome = Drawn | { type: 'failed' } | { type: 'replaced' };

export type DiagramDrawer = ReturnType<typeof diagramDrawer>;

/** What a worker is to the drawer. */
export type DrawWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Longer than the slowest phone takes for the longest diagram; what takes longer never ends. */
const drawMsMax = 12_000;

/**
 * Draws in a worker, one text after another and always the newest one. A text on which the renderer hangs costs its
 * worker and nothing else, so that it can be corrected. Nothing is loaded before the first text.
 */
export function diagramDrawer(open: () => DrawWorker, timeoutMs = drawMsMax) {
  type Job = DrawRequest & { resolve: (outcome: DrawOutcome) => void };
  let worker: DrawWorker | null = null;
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
      worker.onmessage = ({ data }: MessageEvent<Drawn>) => end(data);
      worker.onerror = () => {
        drop();
        end({ type: 'failed' });
      };
    }
    timer = setTimeout(() => {
      drop();
      end({ type: 'fault', line: null, text: `it takes longer than ${timeoutMs / 1000} s; make it simpler` });
    }, timeoutMs);
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
