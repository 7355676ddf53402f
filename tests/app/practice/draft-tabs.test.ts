import { expect, test, vi } from 'vitest';
import { ann, draft, keyOf, newWorld, openTab, record } from './draft-world.ts';

test('a second tab follows the first, saves nothing of its own, and goes on from there', async () => {
  const world = newWorld();
  using one = openTab(world);
  using two = openTab(world);
  await one.settle();
  one.edit('one');
  expect(two.snapshot().source).toBe('one');
  await two.pause();
  expect(world.puts).toEqual(['one']);
  expect(two.snapshot().state).toBe('saved');
  two.edit('one, two');
  expect(one.snapshot().source).toBe('one, two');
  one.edit('one, two, three');
  await two.pause();
  expect(world.server).toMatchObject({ source: 'one, two, three', revision: 2 });
  expect([one.snapshot(), two.snapshot()]).toMatchObject([{ other: null }, { other: null, source: 'one, two, three' }]);
});

test('what a tab that is gone has typed is saved by the one that is left', async () => {
  const world = newWorld();
  using one = openTab(world);
  using two = openTab(world);
  await one.settle();
  one.edit('typed in one');
  one.crash();
  await vi.advanceTimersByTimeAsync(40_000);
  expect(two.snapshot().state).toBe('saved');
  expect(world.server).toMatchObject({ source: 'typed in one' });
});

test('tabs that write at the same moment overwrite nothing: both texts are there to choose from', async () => {
  const world = newWorld();
  using one = openTab(world);
  using two = openTab(world);
  await one.settle();
  one.edit('shared');
  await one.pause();
  // What two writes before it has heard of one's.
  const entry = world.storage.entries;
  const set = entry.set.bind(entry);
  entry.set = (key, value) => {
    entry.set = set;
    set(key, value);
    two.edit('of two');
    return set(key, value);
  };
  one.edit('of one');
  expect(one.snapshot()).toMatchObject({ source: 'of one', state: 'conflict', other: { source: 'of two' } });
  expect(two.snapshot()).toMatchObject({ source: 'of two', state: 'conflict', other: { source: 'of one' } });
  one.keepMine();
  await one.pause();
  expect(world.server).toMatchObject({ source: 'of one' });
  expect(two.snapshot()).toMatchObject({ source: 'of one', other: null, replaced: 'of two' });
  expect([...world.storage.entries.keys()].filter((key) => key.includes('#'))).toEqual([]);
});

test('a version that only a crashed tab had is offered on the next visit', async () => {
  const world = newWorld({ kept: record('mine', { revision: 1 }), server: draft('base', 1) });
  world.storage.entries.set(`${keyOf(ann.id)}#gone`, JSON.stringify(record('of the crashed tab')));
  using here = openTab(world);
  await here.settle();
  expect(here.snapshot()).toMatchObject({ source: 'mine', other: { source: 'of the crashed tab', place: 'browser' } });
  await here.takeOther();
  await here.pause();
  expect(world.server).toMatchObject({ source: 'of the crashed tab' });
  expect([...world.storage.entries.keys()]).toEqual([keyOf(ann.id)]);
});
