import { beforeEach, expect, test, vi } from 'vitest';

type Sent = { path: string; answer: (status?: number) => void; fail: () => void };

/** A fresh page, and the requests that reached the network. */
async function openPage() {
  vi.resetModules();
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    return new Promise((resolve, reject) => {
      sent.push({
        path,
        answer: (status = 204) => resolve(new Response(null, { status })),
        fail: () => reject(new TypeError('offline')),
      });
    });
  });
  const { actingFetch } = await import('#lib/acting-fetch');
  return {
    sent,
    paths: () => sent.map(({ path }) => path),
    act: (path: string) => actingFetch(path, { method: 'POST' }),
  };
}

beforeEach(() => vi.unstubAllGlobals());

test('what a page sends before its first answer waits, so that one visitor becomes one guest', async () => {
  const { sent, paths, act } = await openPage();
  const all = [act('/api/hints'), act('/api/drafts/a'), act('/api/submissions')];
  expect(paths()).toEqual(['/api/hints']);
  sent[0]?.answer();
  await all[0];
  await vi.waitFor(() => expect(paths()).toEqual(['/api/hints', '/api/drafts/a', '/api/submissions']));
});

test('after the first answer nothing waits for anything', async () => {
  const { sent, paths, act } = await openPage();
  const hint = act('/api/hints');
  sent[0]?.answer();
  await hint;
  void act('/api/drafts/a');
  void act('/api/drafts/b');
  await vi.waitFor(() => expect(paths()).toEqual(['/api/hints', '/api/drafts/a', '/api/drafts/b']));
});

test('a first request that nothing answered holds nobody up', async () => {
  const { sent, paths, act } = await openPage();
  const hint = act('/api/hints');
  const draft = act('/api/drafts/a');
  sent[0]?.fail();
  await expect(hint).rejects.toThrow('offline');
  await vi.waitFor(() => expect(paths()).toEqual(['/api/hints', '/api/drafts/a']));
  sent[1]?.answer();
  await draft;
});

test('while none has succeeded they go one after another, since a refused one made no guest', async () => {
  const { sent, paths, act } = await openPage();
  const all = [act('/api/hints'), act('/api/drafts/a'), act('/api/drafts/b'), act('/api/drafts/c')];
  const settled = Promise.allSettled(all);
  sent[0]?.answer(429);
  await vi.waitFor(() => expect(paths()).toEqual(['/api/hints', '/api/drafts/a']));
  sent[1]?.fail();
  await vi.waitFor(() => expect(paths()).toEqual(['/api/hints', '/api/drafts/a', '/api/drafts/b']));
  sent[2]?.answer();
  await vi.waitFor(() => expect(paths()).toHaveLength(4));
  sent[3]?.answer();
  await settled;
});

test('once somebody is known a request is on its way at once, as that of a page that is being closed has to be', async () => {
  const { sent, paths, act } = await openPage();
  const hint = act('/api/hints');
  sent[0]?.answer();
  await hint;
  void act('/api/drafts/a');
  expect(paths()).toEqual(['/api/hints', '/api/drafts/a']);
});
