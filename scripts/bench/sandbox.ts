import { readdirSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { json } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { gradingEventSchema, type GradingMode, type Verdict } from '#lib/verdict';
import { processesBelow } from './memory.ts';

export type Submission = { exercise: string; files: Record<string, string>; mode: GradingMode; learner: string };

/** The sandbox of a running server. */
export type Sandbox = {
  pid: number;
  grade: (submission: Submission) => Promise<Verdict>;
  /** Resolves when nothing runs any more and what is kept ready for the next run is ready. */
  rest: () => Promise<void>;
};

/**
 * Speaks to the sandbox of a server past its web process, which lets one learner submit forty times a minute. The folder
 * of its socket bears its process id.
 */
export function findSandbox(serverPid: number): Sandbox {
  const pid = processesBelow(serverPid).find(({ command }) => command.includes('sandbox/server.ts'))?.pid;
  const folder = readdirSync(tmpdir()).find((name) => name.startsWith(`underpin-${pid}-`));
  if (pid === undefined || folder === undefined) throw new Error('the server has no sandbox below it');
  const socketPath = path.join(tmpdir(), folder, 'sandbox.sock');
  return { pid, grade: (submission) => gradeAt(socketPath, submission), rest: () => restOf(socketPath) };
}

async function gradeAt(socketPath: string, submission: Submission): Promise<Verdict> {
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http
      .request({ socketPath, method: 'POST', path: '/grade', headers: { 'content-type': 'application/json' } }, resolve)
      .on('error', reject)
      .end(JSON.stringify({ ...submission, guest: false }));
  });
  let verdict: Verdict | undefined;
  for await (const line of createInterface({ input: response })) {
    const event = gradingEventSchema.parse(JSON.parse(line));
    if (event.type === 'verdict') verdict = event.verdict;
  }
  if (verdict === undefined) throw new Error(`the sandbox answered ${response.statusCode} without a verdict`);
  return verdict;
}

const runtimeSchema = z.object({
  children: z.number().default(0),
  idle: z.number().default(0),
  retiring: z.number().default(0),
});
const healthSchema = z.object({ runtimes: z.record(z.string(), runtimeSchema) });

async function restOf(socketPath: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      http.get({ socketPath, path: '/health' }, resolve).on('error', reject);
    });
    const { runtimes } = healthSchema.parse(await json(response));
    if (Object.values(runtimes).every(({ children, idle, retiring }) => children === idle && retiring === 0)) return;
    await delay(5);
  }
  throw new Error('the sandbox does not come to rest');
}

/** Grades until it ends and makes sure that it passed: a benchmark of failures would look fast. */
export async function passed(sandbox: Sandbox, submission: Omit<Submission, 'mode'>): Promise<void> {
  const verdict = await sandbox.grade({ ...submission, mode: 'run' });
  if (verdict.status !== 'passed') throw new Error(`expected a pass, got ${JSON.stringify(verdict).slice(0, 400)}`);
}
