import { expect, test, vi } from 'vitest';
import { gradingUpdates, type GradingUpdate } from '#lib/grading-stream';
import type { GradingEvent, Verdict } from '#lib/verdict';

const passed: Verdict = { version: 1, status: 'passed', tests: [], durationMs: 1 };
const busy: Verdict = { version: 1, status: 'unavailable', message: 'All places are taken.', retryAfterMs: 700 };
const request = { exercise: 'dedupe', files: { 'solution.ts': '' }, mode: 'submit' } as const;

/** Answers one request after another with what it was given, and puts the real fetch back at the end. */
function answers(...responses: (() => Response)[]) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    const next = responses.shift();
    if (!next) throw new TypeError('no more answers');
    return next();
  });
  return { asked, [Symbol.dispose]: () => vi.unstubAllGlobals() };
}

const stream = (...events: (GradingEvent | { type: 'nonsense' })[]) => {
  const text = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
  return () => new Response(text, { headers: { 'content-type': 'text/event-stream' } });
};

async function updates(waits: number[] = []): Promise<GradingUpdate[]> {
  const signal = new AbortController().signal;
  const wait = async (durationMs: number) => void waits.push(durationMs);
  const seen: GradingUpdate[] = [];
  for await (const update of gradingUpdates(request, signal, wait)) seen.push(update);
  return seen;
}

const types = (seen: GradingUpdate[]) => seen.map(({ type }) => type);

test('events arrive in order and end with the verdict', async () => {
  using server = answers(
    stream(
      { type: 'stored', submission: 'sub_1' },
      { type: 'started', testCount: 0 },
      { type: 'verdict', verdict: passed },
    ),
  );
  expect(types(await updates())).toEqual(['sending', 'stored', 'started', 'verdict']);
  expect(server.asked).toEqual(['/api/submissions']);
});

test('a busy server is asked again after its own delay, and its verdict is not the learner’s', async () => {
  using server = answers(stream({ type: 'verdict', verdict: busy }), stream({ type: 'verdict', verdict: passed }));
  const waits: number[] = [];
  const seen = await updates(waits);
  expect(types(seen)).toEqual(['sending', 'waiting', 'sending', 'verdict']);
  expect(seen.at(-1)).toEqual({ type: 'verdict', verdict: passed });
  expect(waits).toContain(700);
  expect(server.asked).toEqual(['/api/submissions', '/api/submissions']);
});

test('a server that stays busy is told in the end', async () => {
  using server = answers(...Array.from({ length: 6 }, () => stream({ type: 'verdict', verdict: busy })));
  expect((await updates()).at(-1)).toEqual({ type: 'verdict', verdict: busy });
  expect(server.asked).toHaveLength(6);
});

test('a stream that breaks after the submission was stored asks for its verdict', async () => {
  const open = { id: 'sub_1', exercise: 'dedupe', status: 'open', verdict: null, createdAt: '' };
  using server = answers(
    stream({ type: 'stored', submission: 'sub_1' }),
    () => Response.json(open),
    () => Response.json({ ...open, status: 'closed', verdict: passed }),
  );
  expect(types(await updates())).toEqual(['sending', 'stored', 'recovering', 'verdict']);
  expect(server.asked.slice(1)).toEqual(['/api/submissions/sub_1', '/api/submissions/sub_1']);
});

test('an event that is not ours counts as a broken stream', async () => {
  using server = answers(stream({ type: 'nonsense' }));
  using warned = silent('warn');
  expect((await updates()).at(-1)).toMatchObject({ type: 'refused', problem: { code: 'dropped' } });
  expect(server.asked).toHaveLength(1);
  expect(warned.spy).toHaveBeenCalledOnce();
});

test('a refusal carries its code and when to try again', async () => {
  using server = answers(() =>
    Response.json({ code: 'rate-limited', detail: 'Slow down.' }, { status: 429, headers: { 'retry-after': '7' } }),
  );
  expect((await updates()).at(-1)).toMatchObject({
    type: 'refused',
    problem: { code: 'rate-limited', retryAfterMs: 7000 },
  });
  expect(server.asked).toHaveLength(1);
});

test('no answer at all is a lost connection', async () => {
  using server = answers();
  expect((await updates()).at(-1)).toMatchObject({ type: 'refused', problem: { code: 'offline' } });
  expect(server.asked).toHaveLength(1);
});

test('a server that does not answer is a lost connection after half a minute, one that grades for long is not', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) => {
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
  });
  const seen = updates();
  await vi.advanceTimersByTimeAsync(30_000);
  expect((await seen).at(-1)).toMatchObject({ type: 'refused', problem: { code: 'offline' } });

  let asked: AbortSignal | undefined;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  vi.stubGlobal('fetch', async (_: string, init: { signal: AbortSignal }) => {
    asked = init.signal;
    return new Response(readable, { headers: { 'content-type': 'text/event-stream' } });
  });
  const graded = updates();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked?.aborted).toBe(false);
  const writer = writable.getWriter();
  await writer.write(new TextEncoder().encode(`data: ${JSON.stringify({ type: 'verdict', verdict: passed })}\n\n`));
  await writer.close();
  expect((await graded).at(-1)).toEqual({ type: 'verdict', verdict: passed });
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function silent(method: 'warn') {
  const spy = vi.spyOn(console, method).mockImplementation(() => undefined);
  return { spy, [Symbol.dispose]: () => spy.mockRestore() };
}
