import { beforeEach, describe, expect, test, vi } from 'vitest';

type Sent = { path: string; answer: (status?: number) => void; fail: () => void };

/** What reached the network, from whichever tab. */
let sent: Sent[] = [];
const paths = () => sent.map(({ path }) => path);

/** A fresh page of the one browser. */
async function openPage() {
  vi.resetModules();
  const { actingFetch } = await import('#lib/acting-fetch');
  return { act: (path: string, signal?: AbortSignal) => actingFetch(path, { method: 'POST', signal: signal ?? null }) };
}

beforeEach(() => {
  vi.unstubAllGlobals();
  sent = [];
  vi.stubGlobal('fetch', (path: string) => {
    return new Promise((resolve, reject) => {
      sent.push({
        path,
        answer: (status = 204) => resolve(new Response(null, { status })),
        fail: () => reject(new TypeError('offline')),
      });
    });
  });
});

/** Resolves once everything that needs no answer has happened. */
const reach = (expected: string[]) => vi.waitFor(() => expect(paths()).toEqual(expected));

describe.each(['with locks across tabs', 'without locks'])('%s', (name) => {
  beforeEach(() => {
    if (name === 'without locks') vi.stubGlobal('navigator', {});
  });

  test('what a page sends before its first answer waits, so that one visitor becomes one guest', async () => {
    const { act } = await openPage();
    const all = [act('/api/hints'), act('/api/drafts/a'), act('/api/submissions')];
    await reach(['/api/hints']);
    sent[0]?.answer();
    await all[0];
    await reach(['/api/hints', '/api/drafts/a', '/api/submissions']);
    for (const { answer } of sent) answer();
    await Promise.all(all);
  });

  test('after the first answer nothing waits for anything', async () => {
    const { act } = await openPage();
    const hint = act('/api/hints');
    await reach(['/api/hints']);
    sent[0]?.answer();
    await hint;
    void act('/api/drafts/a');
    void act('/api/drafts/b');
    await reach(['/api/hints', '/api/drafts/a', '/api/drafts/b']);
  });

  test('a first request that nothing answered holds nobody up', async () => {
    const { act } = await openPage();
    const hint = act('/api/hints');
    const draft = act('/api/drafts/a');
    const failed = expect(hint).rejects.toThrow('offline');
    await reach(['/api/hints']);
    sent[0]?.fail();
    await failed;
    await reach(['/api/hints', '/api/drafts/a']);
    sent[1]?.answer();
    await draft;
  });

  test('while none has succeeded they go one after another, since a refused one made no guest', async () => {
    const { act } = await openPage();
    const all = [act('/api/hints'), act('/api/drafts/a'), act('/api/drafts/b'), act('/api/drafts/c')];
    const settled = Promise.allSettled(all);
    await reach(['/api/hints']);
    sent[0]?.answer(429);
    await reach(['/api/hints', '/api/drafts/a']);
    sent[1]?.fail();
    await reach(['/api/hints', '/api/drafts/a', '/api/drafts/b']);
    sent[2]?.answer();
    await vi.waitFor(() => expect(paths()).toHaveLength(4));
    sent[3]?.answer();
    await settled;
  });

  test('once somebody is known a request is on its way at once, as that of a page that is being closed has to be', async () => {
    const { act } = await openPage();
    const hint = act('/api/hints');
    await reach(['/api/hints']);
    sent[0]?.answer();
    await hint;
    void act('/api/drafts/a');
    expect(paths()).toEqual(['/api/hints', '/api/drafts/a']);
  });
});

test('two tabs of one new visitor send their first requests one after the other, so that they become one guest', async () => {
  const [one, other] = [await openPage(), await openPage()];
  const first = one.act('/api/drafts/a');
  await reach(['/api/drafts/a']);
  const second = other.act('/api/drafts/b');
  // The lock manager has seen the second tab wait: what could be sent by now would have been.
  await vi.waitFor(async () => expect((await navigator.locks.query()).pending).toHaveLength(1));
  expect(paths()).toEqual(['/api/drafts/a']);
  sent[0]?.answer();
  await first;
  await reach(['/api/drafts/a', '/api/drafts/b']);
  sent[1]?.answer();
  await second;
});

test('who gives up waiting for another tab sends nothing', async () => {
  const [one, other] = [await openPage(), await openPage()];
  const first = one.act('/api/drafts/a');
  await reach(['/api/drafts/a']);
  const abort = new AbortController();
  const second = other.act('/api/runs', abort.signal);
  abort.abort();
  await expect(second).rejects.toThrow(/abort/i);
  sent[0]?.answer();
  await first;
  expect(paths()).toEqual(['/api/drafts/a']);
});
