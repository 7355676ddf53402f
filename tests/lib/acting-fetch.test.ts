import { beforeEach, expect, test, vi } from 'vitest';

type Sent = { path: string; answer: () => void; fail: () => void };

/** A fresh page, and the requests that reached the network. */
async function openPage() {
  vi.resetModules();
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    return new Promise((resolve, reject) => {
      sent.push({ path, answer: () => resolve(new Response()), fail: () => reject(new TypeError('offline')) });
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
  const all = [act('/api/visits'), act('/api/drafts/a'), act('/api/submissions')];
  expect(paths()).toEqual(['/api/visits']);
  sent[0]?.answer();
  await all[0];
  await vi.waitFor(() => expect(paths()).toEqual(['/api/visits', '/api/drafts/a', '/api/submissions']));
});

test('after the first answer nothing waits for anything', async () => {
  const { sent, paths, act } = await openPage();
  const visit = act('/api/visits');
  sent[0]?.answer();
  await visit;
  void act('/api/drafts/a');
  void act('/api/drafts/b');
  await vi.waitFor(() => expect(paths()).toEqual(['/api/visits', '/api/drafts/a', '/api/drafts/b']));
});

test('a first request that nothing answered holds nobody up', async () => {
  const { sent, paths, act } = await openPage();
  const visit = act('/api/visits');
  const draft = act('/api/drafts/a');
  sent[0]?.fail();
  await expect(visit).rejects.toThrow('offline');
  await vi.waitFor(() => expect(paths()).toEqual(['/api/visits', '/api/drafts/a']));
  sent[1]?.answer();
  await draft;
});
