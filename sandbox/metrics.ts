import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Queue } from './queue.ts';
import type { Runtime } from './runtime.ts';

/** What happens to requests, as it happens; everything else is asked for when the metrics are read. */
export type Observer = {
  /** A run has got its turn. */
  waited: (ms: number) => void;
  /** `outcome` is the verdict's status, or why it errored: a fixed set of words, so that series stay few. */
  ran: (runtime: string, outcome: string, ms: number) => void;
  refused: (reason: 'full' | 'too-many-of-yours' | 'unauthorized' | 'invalid' | 'too-large' | 'draining') => void;
};

export type Metrics = { observer: Observer; text: () => Promise<string>; contentType: string };

export const silentObserver: Observer = { waited: () => undefined, ran: () => undefined, refused: () => undefined };

/** From the shortest run to the longest that limits allow; waiting is mostly none at all. */
const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/** Metrics in the text format of Prometheus, in base units and with its names for totals. */
export function createMetrics(queue: Queue, runtimes: Record<string, Pick<Runtime, 'status'>>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  // Resident memory, processor time, the event loop's lag and the garbage collector of this process.
  collectDefaultMetrics({ register: registry });

  const statusOf = (name: string): ReturnType<Runtime['status']> => runtimes[name]?.status() ?? {};
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
  const entries = (): [string, ReturnType<Runtime['status']>][] =>
    Object.keys(runtimes).map((name) => [name, statusOf(name)]);

  new Gauge({
    name: 'underpin_queue_runs',
    help: 'Runs that have their turn (running) or wait for it (waiting).',
    labelNames: ['state'],
    registers,
    collect() {
      const { running, waiting } = queue.counts();
      this.set({ state: 'running' }, running);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  const waitSeconds = new Histogram({
    name: 'underpin_queue_wait_seconds',
    help: 'Time from the request until the turn has come.',
    buckets: [0.001, ...secondsBuckets],
    registers,
  });
  const runSeconds = new Histogram({
    name: 'underpin_run_duration_seconds',
    help: 'Time from the turn to the verdict.',
    labelNames: ['runtime', 'outcome'],
    buckets: secondsBuckets,
    registers,
  });
  const refusedTotal = new Counter({
    name: 'underpin_requests_refused_total',
    help: 'Requests that were turned away before a run.',
    labelNames: ['reason'],
    registers,
  });
  new Gauge({
    name: 'underpin_children',
    help: 'Confined processes: all of them, and those that wait for work.',
    labelNames: ['runtime', 'state'],
    registers,
    collect() {
      for (const [runtime, status] of entries()) {
        if (typeof status['children'] !== 'number') continue;
        this.set({ runtime, state: 'idle' }, number(status['idle']));
        this.set({ runtime, state: 'busy' }, number(status['children']) - number(status['idle']));
      }
    },
  });
  new Counter({
    name: 'underpin_children_ended_total',
    help: 'Confined processes that have ended: killed for a limit of time or because nobody waited, out of memory, crashed, or replaced in their time.',
    labelNames: ['runtime', 'reason'],
    registers,
    collect() {
      this.reset();
      for (const [runtime, status] of entries()) {
        for (const reason of ['killed', 'outOfMemory', 'crashed', 'replaced']) {
          const total = status[reason];
          if (typeof total === 'number') this.inc({ runtime, reason: kebab(reason) }, total);
        }
      }
    },
  });
  new Gauge({
    name: 'underpin_postgres_up',
    help: '1 while the PostgreSQL of exercises runs.',
    registers,
    collect() {
      this.set(statusOf('sql')['server'] === 'running' ? 1 : 0);
    },
  });
  new Counter({
    name: 'underpin_postgres_restarts_total',
    help: 'Times that PostgreSQL ended without being asked to.',
    registers,
    collect() {
      this.reset();
      this.inc(number(statusOf('sql')['restarts']));
    },
  });
  new Gauge({
    name: 'underpin_postgres_databases',
    help: 'Copies of databases: ready for a run, in use, on their way out; and the templates that they are copied from.',
    labelNames: ['state'],
    registers,
    collect() {
      const status = statusOf('sql');
      for (const state of ['ready', 'leased', 'retiring', 'templates']) this.set({ state }, number(status[state]));
    },
  });

  return {
    observer: {
      waited: (ms) => waitSeconds.observe(ms / 1000),
      ran: (runtime, outcome, ms) => runSeconds.observe({ runtime, outcome }, ms / 1000),
      refused: (reason) => refusedTotal.inc({ reason }),
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

const kebab = (words: string): string => words.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
