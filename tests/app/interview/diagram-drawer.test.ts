import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  diagramDrawer,
  type DrawMessage,
  type DrawRequest,
  type DrawWorker,
} from '../../../app/interview/mocks/[mock]/written/diagram-drawer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const fault = (text: string) => ({ type: 'fault' as const, line: null, text });

/** Workers that answer when they are told to. */
function workers() {
  const opened: { worker: DrawWorker; asked: string[]; ended: boolean }[] = [];
  const open = (): DrawWorker => {
    const state = { asked: [] as string[], ended: false };
    const worker: DrawWorker = {
      postMessage: ({ source }: DrawRequest) => void state.asked.push(source),
      terminate: () => void (state.ended = true),
      onmessage: null,
      onerror: null,
    };
    opened.push(Object.assign(state, { worker }));
    return worker;
  };
  const say = (data: DrawMessage) => {
    const { worker } = opened.at(-1)!;
    worker.onmessage?.call(worker as Worker, { data } as MessageEvent);
  };
  return { opened, open, loaded: () => say({ type: 'ready' }), answer: (text: string) => say(fault(text)) };
}

test('nothing is loaded before the first text, and one worker draws them all', async () => {
  const { opened, open, answer } = workers();
  const drawer = diagramDrawer(open);
  expect(opened).toHaveLength(0);
  for (const source of ['a', 'b']) {
    const drawn = drawer.draw({ source, id: 'd' });
    answer(source);
    expect(await drawn).toEqual(fault(source));
  }
  expect(opened).toHaveLength(1);
});

test('of the texts typed while one is drawn only the newest is drawn next', async () => {
  const { opened, open, answer } = workers();
  const drawer = diagramDrawer(open);
  const [first, second, third] = ['a', 'b', 'c'].map((source) => drawer.draw({ source, id: 'd' }));
  expect(await second).toEqual({ type: 'replaced' });
  answer('a');
  expect(await first).toEqual(fault('a'));
  answer('c');
  expect(await third).toEqual(fault('c'));
  expect(opened[0]?.asked).toEqual(['a', 'c']);
});

test('a text on which the renderer hangs is given up, and the next one gets a new worker', async () => {
  const { opened, open, loaded, answer } = workers();
  const drawer = diagramDrawer(open, { drawMs: 5000, loadMs: 60_000 });
  const hanging = drawer.draw({ source: 'a', id: 'd' });
  loaded();
  await vi.advanceTimersByTimeAsync(5000);
  expect(await hanging).toEqual(fault('it takes longer than 5 s; make it simpler'));
  expect(opened[0]?.ended).toBe(true);
  const next = drawer.draw({ source: 'b', id: 'd' });
  answer('b');
  expect(await next).toEqual(fault('b'));
  expect(opened).toHaveLength(2);
});

test('what loads slowly is not taken for a text that is too difficult, and its worker goes on loading', async () => {
  const { opened, open, loaded, answer } = workers();
  const drawer = diagramDrawer(open, { drawMs: 5000, loadMs: 60_000 });
  const drawn = drawer.draw({ source: 'a', id: 'd' });
  await vi.advanceTimersByTimeAsync(59_000);
  loaded();
  await vi.advanceTimersByTimeAsync(4000);
  answer('a');
  expect(await drawn).toEqual(fault('a'));
  const hanging = drawer.draw({ source: 'b', id: 'd' });
  await vi.advanceTimersByTimeAsync(5000);
  expect(await hanging).toEqual(fault('it takes longer than 5 s; make it simpler'));
  expect(opened).toHaveLength(1);
});

test('a renderer that does not arrive in time is given up, and asked for anew with the next text', async () => {
  const { opened, open, loaded, answer } = workers();
  const drawer = diagramDrawer(open, { drawMs: 5000, loadMs: 60_000 });
  const drawn = drawer.draw({ source: 'a', id: 'd' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await drawn).toEqual({ type: 'too-slow' });
  expect(opened[0]?.ended).toBe(true);
  const next = drawer.draw({ source: 'b', id: 'd' });
  loaded();
  answer('b');
  expect(await next).toEqual(fault('b'));
});

test('a renderer that cannot be loaded says so and is loaded anew for the next text', async () => {
  const { opened, open, answer } = workers();
  const drawer = diagramDrawer(open);
  const failed = drawer.draw({ source: 'a', id: 'd' });
  const { worker } = opened[0]!;
  worker.onerror?.call(worker as Worker, new Event('error') as ErrorEvent);
  expect(await failed).toEqual({ type: 'failed' });
  const next = drawer.draw({ source: 'b', id: 'd' });
  answer('b');
  expect(await next).toEqual(fault('b'));
});

test('a page that is left ends the worker and what waited for it', async () => {
  const { opened, open } = workers();
  const drawer = diagramDrawer(open);
  const [first, second] = ['a', 'b'].map((source) => drawer.draw({ source, id: 'd' }));
  drawer.close();
  expect(await Promise.all([first, second])).toEqual([{ type: 'replaced' }, { type: 'replaced' }]);
  expect(opened[0]?.ended).toBe(true);
});
