import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { createParser } from 'eventsource-parser';
import type { GradingEvent, Verdict } from '#lib/verdict';
import { descendants, processOf, serverProcess, until } from './server-process.ts';
import { dedupe } from './workbench-page.ts';

// A server of its own: the other tests must not notice.
test.describe.configure({ mode: 'serial' });
test.skip(process.platform !== 'linux', 'reads /proc to find the processes that it kills');

const endless = 'export function dedupe(events) { for (;;) {} }';

test('after kill -9 of the child that runs it, the learner gets a verdict and the next submission passes', async () => {
  using server = serverProcess(3216);
  await server.start();
  const learner = await newLearner(server.origin);
  const verdict = await submit(server.origin, learner, endless, () => {
    for (const { pid, command } of descendants(server.pid()))
      if (command.includes('child')) process.kill(pid, 'SIGKILL');
  });
  expect(verdict?.status).toMatch(/errored|failed|unavailable/);
  expect((await submitUntilGraded(server.origin, learner, dedupe.right))?.status).toBe('passed');
});

test('after kill -9 of the sandbox process, the learner is told to retry, and the retry passes', async () => {
  using server = serverProcess(3216);
  await server.start();
  const learner = await newLearner(server.origin);
  const verdict = await submit(server.origin, learner, endless, () => {
    for (const { pid, command } of descendants(server.pid())) {
      if (command.includes('sandbox/server.ts')) process.kill(pid, 'SIGKILL');
    }
  });
  expect(verdict?.status).toBe('unavailable');
  expect((await submitUntilGraded(server.origin, learner, dedupe.right))?.status).toBe('passed');
});

test('after kill -9 of the web process nothing is left running, and the next start answers the open submission', async () => {
  using server = serverProcess(3216);
  await server.start();
  const learner = await newLearner(server.origin);
  await submitUntilGraded(server.origin, learner, dedupe.right);
  let submission = '';
  let family: number[] = [];
  await submit(server.origin, learner, endless, async (stored) => {
    submission = stored;
    family = descendants(server.pid()).map(({ pid }) => pid);
    await server.kill('SIGKILL');
  });
  expect(family.length).toBeGreaterThan(2);
  await until(() => family.every((pid) => processOf(pid) === null), 'everything below the web process to end');

  await server.start();
  const answered = async () => {
    const response = await fetch(`${server.origin}/api/submissions/${submission}`, { headers: { cookie: learner } });
    return (await response.json()) as { status: string; verdict: Verdict | null };
  };
  await until(async () => (await answered()).status === 'closed', 'the open submission to be graded');
  expect((await answered()).verdict?.status).toMatch(/errored|failed/);
  const me = (await (await fetch(`${server.origin}/api/me`, { headers: { cookie: learner } })).json()) as {
    exercises: Record<string, { status: string }>;
  };
  expect(me.exercises['dedupe-webhook-events']?.status).toBe('passed');

  await server.kill('SIGTERM');
  await until(() => readdirSync(server.temporary).length === 0, 'the temporary folder to be empty');
});

/** A guest, by the first action that makes one. */
async function newLearner(origin: string): Promise<string> {
  const response = await post(origin, '/api/lessons/what-backend-engineers-do', '', { done: true }, 'PUT');
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Submits, and calls `onStarted` with the submission's id once the code runs. Undefined when the stream broke off. */
async function submit(
  origin: string,
  learner: string,
  source: string,
  onStarted?: (submission: string) => void | Promise<void>,
): Promise<Verdict | undefined> {
  const body = { exercise: 'dedupe-webhook-events', files: { 'solution.ts': source }, mode: 'submit' };
  const response = await post(origin, '/api/submissions', learner, body);
  const events: GradingEvent[] = [];
  const parser = createParser({ onEvent: ({ data }) => events.push(JSON.parse(data) as GradingEvent) });
  let told = false;
  try {
    for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      parser.feed(chunk);
      const stored = events.find((event) => event.type === 'stored');
      if (!told && stored && events.some((event) => event.type === 'started')) {
        told = true;
        await onStarted?.(stored.submission);
      }
    }
  } catch (error) {
    // Cut off in the middle, which is what some of these tests do.
    if (!(error instanceof TypeError)) throw error;
  }
  return events.find((event) => event.type === 'verdict')?.verdict;
}

/** Sends again while the answer is "busy, retry", as the page does. */
async function submitUntilGraded(origin: string, learner: string, source: string): Promise<Verdict | undefined> {
  let verdict: Verdict | undefined;
  await until(async () => {
    verdict = await submit(origin, learner, source);
    return verdict !== undefined && verdict.status !== 'unavailable';
  }, 'a submission to be graded');
  return verdict;
}

function post(origin: string, path: string, cookie: string, body: unknown, method = 'POST'): Promise<Response> {
  return fetch(origin + path, {
    method,
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie },
    body: JSON.stringify(body),
  });
}
