import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createJavascriptRuntime, type JavascriptRuntime } from '#sandbox/javascript/runtime';
import { watchMemory } from '#sandbox/javascript/memory-watch';
import { childKeptMb } from '#sandbox/limits';
import { codeExercise, gradeWith } from './exercises.ts';
import { service, serviceExercise } from './http/services.ts';
import { innermost, residentMb } from './processes.ts';

describe('the watch over the memory of a child', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A child that began with 70 MB, may hold 400 and keep 100. */
  const open = async () => {
    const die = vi.fn();
    const child = { rssMb: 70 };
    const memory = watchMemory({ rssMbMax: 400, memoryMb: 64, keptMbMax: 100 }, die, () => child.rssMb);
    expect(await memory.isWorn()).toBe(false);
    return { child, die, memory };
  };
  const endOf = async ({ memory }: Awaited<ReturnType<typeof open>>): Promise<boolean> => {
    const worn = memory.isWorn();
    await vi.advanceTimersByTimeAsync(10_000);
    return worn;
  };

  test('a child that holds little more than it began with serves again', async () => {
    const opened = await open();
    opened.child.rssMb = 170;
    expect(await endOf(opened)).toBe(false);
  });

  test('one that keeps far more is worn, however little of its limit that is', async () => {
    const opened = await open();
    opened.child.rssMb = 171;
    expect(await endOf(opened)).toBe(true);
    expect(opened.die).not.toHaveBeenCalled();
  });

  test('what comes back a moment after the end was not kept', async () => {
    const opened = await open();
    opened.child.rssMb = 390;
    const worn = opened.memory.isWorn();
    await vi.advanceTimersByTimeAsync(50);
    opened.child.rssMb = 80;
    await vi.advanceTimersByTimeAsync(50);
    expect(await worn).toBe(false);
  });

  test('a submission with more memory raises the limit for itself alone', async () => {
    const opened = await open();
    opened.memory.allow(128);
    opened.child.rssMb = 500;
    await vi.advanceTimersByTimeAsync(100);
    expect(opened.die).not.toHaveBeenCalled();
    opened.child.rssMb = 100;
    expect(await endOf(opened)).toBe(false);
    opened.child.rssMb = 500;
    await vi.advanceTimersByTimeAsync(100);
    expect(opened.die).toHaveBeenCalled();
  });
});

describe('what a submission leaves in its child', { timeout: 180_000 }, () => {
  let runtime: JavascriptRuntime;
  beforeAll(async () => {
    runtime = createJavascriptRuntime({ children: 1, namespaces: false });
    await runtime.boot();
  });
  afterAll(() => runtime.dispose());

  const limits = { memoryMb: 256, testMs: 5000, runMs: 15_000 };
  const rested = () => expect.poll(() => runtime.status(), { timeout: 60_000 }).toMatchObject({ idle: 1 });
  const restMb = async (): Promise<number> => {
    await rested();
    return Math.max(...runtime.pids().map((pid) => residentMb(innermost(pid))));
  };

  test('memory that does not come back is not counted as the next one’s', async () => {
    const fills = codeExercise({
      limits,
      tests: `test('fills', async ({ call }) => { expect(await call('fill')).toBe(2e6); });`,
    });
    const startMb = await restMb();
    const source = `const all = []; export const fill = () => { for (let n = 0; n < 2e6; n++) all.push({ n, name: 'x' + n }); return all.length; };`;
    for (let times = 0; times < 2; times++) {
      const { verdict } = await gradeWith(runtime, fills, source);
      expect(JSON.stringify(verdict)).not.toContain('memory-limit');
      expect(await restMb()).toBeLessThan(startMb + childKeptMb + 10);
    }
    expect(runtime.status()).toMatchObject({ outOfMemory: 0, crashed: 0 });
  });

  test('cryptography that goes on does not take the time of the next one', async () => {
    const exercise = (testMs: number) =>
      serviceExercise({
        limits: { testMs, runMs: 15_000 },
        tests: `test('answers', async ({ request }) => { expect((await request('GET', '/')).json).toBe(32); });`,
      });
    const derive = (times: number, iterations: number): string => `
      const key = await crypto.subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits']);
      const one = () => crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-512', salt: new Uint8Array(8), iterations: ${iterations} }, key, 256);
      const first = Array.from({ length: ${times} }, one)[0];`;
    const leaves = service(
      `app.get('/', async (c) => { ${derive(90, 1_000_000)} first.catch(() => 0); return c.json(32); });`,
    );
    const needs = service(`app.get('/', async (c) => { ${derive(1, 1)} return c.json((await first).byteLength); });`);
    await gradeWith(runtime, exercise(500), leaves);
    expect((await gradeWith(runtime, exercise(5000), needs)).verdict).toMatchObject({ status: 'passed' });
  });
});
