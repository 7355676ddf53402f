import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMetrics } from '#sandbox/metrics';
import { createQueue } from '#sandbox/queue';
import { healthSchema, readinessSchema } from '#sandbox/wire';
import { patiently } from './processes.ts';

/** The value of a series; undefined when it is not there. */
function valueOf(text: string, series: string): number | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

describe('metrics', () => {
  const stopped = { status: () => ({ server: 'stopped', restarts: 2, ready: 0 }) };
  const pool = { status: () => ({ children: 3, idle: 1, killed: 4, outOfMemory: 2, crashed: 1, replaced: 7 }) };

  test('count what happened, in seconds and with the names that Prometheus wants', async () => {
    const metrics = createMetrics(createQueue(2), { javascript: pool, sql: stopped });
    metrics.observer.waited(250);
    metrics.observer.ran('javascript', 'time-limit', 1500);
    metrics.observer.refused('full');
    metrics.observer.refused('full');
    const text = await metrics.text();
    expect(valueOf(text, 'underpin_queue_wait_seconds_sum')).toBe(0.25);
    const labels = '{runtime="javascript",outcome="time-limit"}';
    expect(valueOf(text, `underpin_run_duration_seconds_sum${labels}`)).toBe(1.5);
    expect(valueOf(text, `underpin_run_duration_seconds_count${labels}`)).toBe(1);
    expect(valueOf(text, 'underpin_requests_refused_total{reason="full"}')).toBe(2);
    const ours = [...text.matchAll(/^# TYPE (underpin_\w+) (\w+)$/gm)];
    expect(ours.length).toBeGreaterThan(7);
    for (const [, name, type] of ours)
      expect(`${name} ${type}`).toMatch(type === 'counter' ? /_total / : /^(?!.*_total)/);
  });

  test('tell the state of queue, children and PostgreSQL at the moment they are read, and again', async () => {
    const queue = createQueue(1);
    const metrics = createMetrics(queue, { javascript: pool, sql: stopped });
    const signal = new AbortController().signal;
    const entrant = { learner: 'a', guest: false, signal, onPosition: () => undefined };
    const entry = await queue.enter(entrant);
    void queue.enter({ ...entrant, learner: 'b' });
    for (let times = 0; times < 2; times++) {
      const text = await metrics.text();
      expect(valueOf(text, 'underpin_queue_runs{state="running"}')).toBe(1);
      expect(valueOf(text, 'underpin_queue_runs{state="waiting"}')).toBe(1);
      expect(valueOf(text, 'underpin_children{runtime="javascript",state="busy"}')).toBe(2);
      expect(valueOf(text, 'underpin_children_ended_total{runtime="javascript",reason="out-of-memory"}')).toBe(2);
      expect(valueOf(text, 'underpin_postgres_up')).toBe(0);
      expect(valueOf(text, 'underpin_postgres_restarts_total')).toBe(2);
      expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(10 * 2 ** 20);
    }
    if (entry.type === 'entered') entry.leave();
  });
});

describe('the sandbox on a port', { timeout: 120_000 }, () => {
  const token = 'a-token-of-the-test';
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  let server: ChildProcess;
  let address: string;
  let ended: Promise<unknown>;
  beforeAll(async () => {
    server = spawn(process.execPath, [path.join(import.meta.dirname, '../../sandbox/server.ts')], {
      env: {
        PATH: process.env['PATH'],
        SANDBOX_LISTEN: '127.0.0.1:0',
        SANDBOX_TOKEN: token,
        ALLOW_WEAK_SANDBOX: '1',
      } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    ended = new Promise((resolve) => server.once('exit', resolve));
    const said = new Promise<string>((resolve) => createInterface(server.stdout!).once('line', resolve));
    const line = await Promise.race([said, ended.then((code) => Promise.reject(new Error(`It ended with ${code}.`)))]);
    ({ address } = healthSchema.parse(JSON.parse(line)));
  });
  afterAll(() => server.kill('SIGKILL'));

  const get = (route: string) => fetch(address + route, { headers });
  const post = (route: string, body: unknown) =>
    fetch(address + route, { method: 'POST', headers, body: JSON.stringify(body) });
  const lesson = (source: string) => ({ language: 'typescript', source, learner: 'reader', guest: false });

  test('is ready once children and PostgreSQL can take work, and says what is missing before', async () => {
    await expect
      .poll(async () => readinessSchema.parse(await (await get('/ready')).json()), { timeout: 40_000 })
      .toEqual({ ready: true, missing: [] });
    expect((await get('/ready')).status).toBe(200);
  });

  test('names the walls of the children and of PostgreSQL', async () => {
    const health = healthSchema.parse(await (await get('/health')).json());
    expect(health.walls).toContain('Node --permission');
    expect(health.walls.some((wall) => wall.startsWith('namespaces'))).toBe(health.layers.namespaces);
    expect(health.runtimes['sql']).toMatchObject({ walls: expect.stringContaining('ulimit') });
  });

  test('counts runs by how they end, and what it refuses', async () => {
    await post('/run', lesson('console.log(1)'));
    await post('/run', lesson('throw new Error("no")'));
    await post('/run', { language: 'cobol' });
    await fetch(`${address}/metrics`);
    const text = await (await get('/metrics')).text();
    const count = (outcome: string) =>
      valueOf(text, `underpin_run_duration_seconds_count{runtime="javascript",outcome="${outcome}"}`);
    expect(count('ran')).toBe(1);
    expect(count('threw')).toBe(1);
    expect(valueOf(text, 'underpin_requests_refused_total{reason="invalid"}')).toBe(1);
    expect(valueOf(text, 'underpin_requests_refused_total{reason="unauthorized"}')).toBe(1);
  });

  test('asked to end it finishes what runs, refuses what is new, and is not ready', async () => {
    // A loop without an end runs into its limit three seconds later, and another one of the same learner after it.
    const running = Array.from({ length: 2 }, () => post('/run', lesson('let b = 3n; for (;;) b = b * b;')));
    const counted = (state: string) => async () =>
      valueOf(await (await get('/metrics')).text(), `underpin_queue_runs{state="${state}"}`);
    await expect.poll(counted('waiting'), patiently).toBe(1);
    server.kill('SIGTERM');
    await expect.poll(async () => (await get('/ready')).status, patiently).toBe(503);
    expect((await post('/run', lesson('console.log(2)'))).status).toBe(503);
    for (const one of running)
      expect(await (await one).json()).toMatchObject({ status: 'errored', reason: 'time-limit' });
    expect(await ended).toBe(0);
  });
});
