import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { GradingEvent } from '#lib/verdict';
import { gradeSubmission, runSource, sandboxHealth } from '#sandbox/client';
import { startSandbox, type SandboxProcess } from '#sandbox/start';
import { healthSchema } from '#sandbox/wire';
import { commandOf, isRunning, patiently, tree, until } from './processes.ts';

const exercise = 'dedupe-webhook-events';
const honest = `export const dedupe = (events: { id: string }[]) => {
  const seen = new Set<string>();
  return events.filter(({ id }) => !seen.has(id) && seen.add(id));
};`;
const looping = 'export const dedupe = () => { let b = 3n; for (;;) b = b * b; };';

const loopingLater = `let calls = 0; export const dedupe = (events: { id: string }[]) => {
  if (++calls > 1) { let b = 3n; for (;;) b = b * b; }
  return events.slice(0, 2);
};`;

let sandbox: SandboxProcess;
beforeAll(async () => {
  // Vitest sets it to a path of its own.
  vi.stubEnv('BASE_URL', '');
  sandbox = startSandbox({ onLine: () => undefined });
  expect(await sandbox.whenReady(60_000)).not.toBeNull();
}, 90_000);
afterAll(() => sandbox.stop());

let learners = 0;
async function grade(
  source: string,
  signal = AbortSignal.timeout(60_000),
  onEvent: (event: GradingEvent) => void = () => undefined,
) {
  const events: GradingEvent[] = [];
  const request = {
    exercise,
    files: { 'solution.ts': source },
    mode: 'run' as const,
    learner: `l${++learners}`,
    guest: false,
  };
  for await (const event of gradeSubmission(request, signal)) {
    events.push(event);
    onEvent(event);
  }
  const last = events.at(-1);
  if (last?.type !== 'verdict') throw new Error('the last event is not a verdict');
  return { verdict: last.verdict, types: events.map(({ type }) => type) };
}

async function health() {
  const found = await sandboxHealth();
  if (found.state !== 'ready') throw new Error(`the sandbox is ${found.state}`);
  return found.health;
}

describe('the sandbox process', { timeout: 120_000 }, () => {
  test('streams started, each test and one verdict', async () => {
    const { verdict, types } = await grade(honest);
    expect(verdict.status).toBe('passed');
    expect(types).toEqual(['started', 'test', 'test', 'test', 'test', 'verdict']);
  });

  test('listens on a socket that only its user can reach', async () => {
    const { address } = await health();
    expect(fs.statSync(path.dirname(address)).mode & 0o777).toBe(0o700);
    expect(address.length).toBeLessThan(107);
  });

  test('runs the code of a lesson, in TypeScript and in SQL', async () => {
    const who = { learner: 'reader', guest: true };
    expect(
      await runSource(
        { language: 'typescript', source: 'console.log(1 as number)', ...who },
        AbortSignal.timeout(60_000),
      ),
    ).toMatchObject({
      status: 'ran',
      console: '1\n',
    });
    expect(
      await runSource({ language: 'sql', source: 'select 1 as one', ...who }, AbortSignal.timeout(60_000)),
    ).toMatchObject({
      status: 'ran',
      grid: { columns: ['one'], rows: [['1']] },
    });
  });

  test(
    'runs the code of a lesson in Python, which starts with the first that is asked for',
    { timeout: 120_000 },
    async () => {
      expect((await health()).runtimes['python']).toMatchObject({ state: 'not started' });
      const request = { language: 'python' as const, source: 'print(6 * 7)', learner: 'reader', guest: true };
      expect(await runSource(request, AbortSignal.timeout(110_000))).toMatchObject({ status: 'ran', console: '42\n' });
      expect((await health()).runtimes['python']).toMatchObject({ state: 'started' });
    },
  );

  test('an exercise that is not there is ours, and unavailable', async () => {
    const request = {
      exercise: 'no-such',
      files: { 'solution.ts': '' },
      mode: 'run' as const,
      learner: 'x',
      guest: false,
    };
    const events = await Array.fromAsync(gradeSubmission(request, AbortSignal.timeout(60_000)));
    expect(events).toMatchObject([{ type: 'verdict', verdict: { status: 'unavailable' } }]);
  });

  test('a learner who goes away frees the place, and the child is killed', async () => {
    const going = new AbortController();
    const { verdict } = await grade(looping, going.signal, (event) => event.type === 'started' && going.abort());
    expect(verdict.status).toBe('unavailable');
    await expect.poll(async () => (await health()).queue.running, patiently).toBe(0);
    expect((await grade(honest)).verdict.status).toBe('passed');
  });

  test('a child that is killed in the middle of a run is told as a crash, and the next submission passes', async () => {
    const { pid } = await health();
    const killChildren = (event: GradingEvent): void => {
      if (event.type !== 'test' || event.index !== 0) return;
      const children = tree(pid).filter((below) => commandOf(below).includes('underpin-child'));
      for (const child of children) process.kill(child, 'SIGKILL');
    };
    const { verdict } = await grade(loopingLater, undefined, killChildren);
    expect(verdict).toMatchObject({ status: 'errored', reason: 'crashed' });
    expect((await grade(honest)).verdict.status).toBe('passed');
  });

  test('when it is killed in the middle of a run the verdict is unavailable, and it comes back', async () => {
    const { pid, address } = await health();
    const below = tree(pid);
    const { verdict } = await grade(
      looping,
      undefined,
      (event) => event.type === 'started' && process.kill(pid, 'SIGKILL'),
    );
    expect(verdict).toMatchObject({ status: 'unavailable', retryAfterMs: expect.any(Number) });
    // Who comes before it is there again waits five seconds at most, in which a busy machine does not start it.
    await until(() => ![null, address].includes(sandbox.address()), 60_000);
    expect((await grade(honest)).verdict.status).toBe('passed');
    await until(() => !below.some(isRunning));
    expect(fs.existsSync(path.dirname(address))).toBe(false);
  });

  test('it and everything below it end when its parent is killed', async () => {
    const parent = spawn(process.execPath, [path.join(import.meta.dirname, 'parent.ts')], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const line = await new Promise<string>((resolve) => createInterface(parent.stdout).once('line', resolve));
    const { pid } = healthSchema.parse(JSON.parse(line));
    const below = tree(pid);
    expect(below.length).toBeGreaterThan(2);
    parent.kill('SIGKILL');
    await until(() => !below.some(isRunning));
  });

  test('on a port it answers only to those who know the token', async () => {
    const token = 'a-token-of-the-test';
    const server = spawn(process.execPath, [path.join(import.meta.dirname, '../../sandbox/server.ts')], {
      env: {
        PATH: process.env['PATH'],
        SANDBOX_LISTEN: '127.0.0.1:0',
        SANDBOX_TOKEN: token,
      } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const line = await new Promise<string>((resolve) => createInterface(server.stdout).once('line', resolve));
    const { address } = healthSchema.parse(JSON.parse(line));
    const statusWith = async (headers: Record<string, string>) =>
      (await fetch(`${address}/health`, { headers })).status;
    expect(await statusWith({})).toBe(401);
    expect(await statusWith({ authorization: 'Bearer a-token-of-somebody' })).toBe(401);
    expect(await statusWith({ authorization: `Bearer ${token}` })).toBe(200);
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('on a port it does not start without a token', async () => {
    const server = spawn(process.execPath, [path.join(import.meta.dirname, '../../sandbox/server.ts')], {
      env: { PATH: process.env['PATH'], SANDBOX_LISTEN: '127.0.0.1:0' } as unknown as NodeJS.ProcessEnv,
      stdio: 'ignore',
    });
    expect(await new Promise((resolve) => server.once('exit', resolve))).not.toBe(0);
  });
});
