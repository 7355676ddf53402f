import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gradingEventSchema, type Verdict } from '#lib/verdict';
import { percentile } from './statistics.ts';

export type LoadReport = {
  learners: number;
  seconds: number;
  submissions: Record<string, number>;
  submitP50Ms: number;
  submitP95Ms: number;
  pages: number;
  pageP50Ms: number;
  pageP95Ms: number;
};

const exercise = 'dedupe-webhook-events';
const pages = ['/learn/career/what-backend-engineers-do', `/practice/${exercise}`, '/learn', '/progress'];
/** Forty submissions a minute are what one learner is allowed. */
const paceMs = 1600;

/** `learners` people who each submit as fast as they are allowed to, while pages are read beside them. */
export async function benchLoad(origin: string, { learners = 50, seconds = 60 } = {}): Promise<LoadReport> {
  const folder = path.join(import.meta.dirname, '../../content/tracks/career/what-backend-engineers-do', exercise);
  const source = readFileSync(path.join(folder, 'solution.ts'), 'utf8');
  const cookies: string[] = [];
  for (let i = 0; i < learners; i++) cookies.push(await newGuest(origin));

  const until = Date.now() + seconds * 1000;
  const submissions: Record<string, number> = {};
  const submitMs: number[] = [];
  const pageMs: number[] = [];
  const timed = async (list: number[], work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    list.push(performance.now() - start);
  };
  const learner = async (cookie: string, index: number) => {
    await sleep((index / learners) * paceMs);
    while (Date.now() < until) {
      const next = Date.now() + paceMs;
      await timed(submitMs, async () => {
        const outcome = await submit(origin, cookie, source);
        submissions[outcome] = (submissions[outcome] ?? 0) + 1;
      });
      await sleep(next - Date.now());
    }
  };
  const reader = async () => {
    for (let i = 0; Date.now() < until; i++) {
      await timed(pageMs, async () => {
        const response = await fetch(origin + pages[i % pages.length]!, { headers: { cookie: cookies[0]! } });
        if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
        await response.arrayBuffer();
      });
      await sleep(20);
    }
  };
  await Promise.all([...cookies.map(learner), reader(), reader()]);
  return {
    learners,
    seconds,
    submissions,
    submitP50Ms: percentile(submitMs, 50),
    submitP95Ms: percentile(submitMs, 95),
    pages: pageMs.length,
    pageP50Ms: percentile(pageMs, 50),
    pageP95Ms: percentile(pageMs, 95),
  };
}

/** The verdict's status, or what the server answered instead. */
async function submit(origin: string, cookie: string, source: string): Promise<string> {
  const response = await send(origin, '/api/submissions', 'POST', cookie, {
    exercise,
    files: { 'solution.ts': source },
    mode: 'submit',
  });
  if (!response.ok) return `HTTP ${response.status}`;
  const last = (await response.text())
    .trim()
    .split('\n\n')
    .at(-1)
    ?.replace(/^data: /, '');
  const event = gradingEventSchema.parse(JSON.parse(last ?? '{}'));
  const verdict: Verdict | undefined = event.type === 'verdict' ? event.verdict : undefined;
  return verdict?.status ?? 'no verdict';
}

async function newGuest(origin: string): Promise<string> {
  const response = await send(origin, '/api/lessons/what-backend-engineers-do', 'PUT', '', { done: true });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

function send(origin: string, address: string, method: string, cookie: string, body: unknown): Promise<Response> {
  return fetch(origin + address, {
    method,
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie },
    body: JSON.stringify(body),
  });
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
