import { expect, test } from 'vitest';
import { mockTabs } from '../../../app/interview/mocks/mock-tabs.ts';
import { isShownAgain } from '../../../app/interview/mocks/shown-again.tsx';

/** A tab that shows a mock, and how often it has heard of it. */
function tab(mockId: string) {
  const { promise, resolve } = Promise.withResolvers<null>();
  const heard = { count: 0, once: promise };
  const tabs = mockTabs(mockId, () => {
    heard.count += 1;
    resolve(null);
  });
  return { ...tabs, heard };
}

test('what one tab does is heard by the others that show the same mock, and by nobody else', async () => {
  const [acting, other, ofAnother, alsoOfAnother] = [tab('mock-1'), tab('mock-1'), tab('mock-2'), tab('mock-2')];
  acting.tell();
  await other.heard.once;
  // A channel hands on in order: who hears of these has had the first before.
  other.tell();
  alsoOfAnother.tell();
  await Promise.all([acting.heard.once, ofAnother.heard.once]);
  expect([acting, other, ofAnother].map(({ heard }) => heard.count)).toEqual([1, 1, 1]);
  for (const { close } of [acting, other, ofAnother, alsoOfAnother]) close();
});

test('where a browser has no channels a tab goes on alone', () => {
  const { BroadcastChannel } = globalThis;
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  try {
    const tabs = mockTabs('mock-1', () => expect.unreachable());
    tabs.tell();
    tabs.close();
  } finally {
    Object.assign(globalThis, { BroadcastChannel });
  }
});

test('a page that the router shows as it was is known by its drawing', () => {
  expect(isShownAgain('drawn first')).toBe(false);
  expect(isShownAgain('drawn anew')).toBe(false);
  expect(isShownAgain('drawn first')).toBe(true);
});
