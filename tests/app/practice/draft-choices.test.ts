import { expect, test } from 'vitest';
import { device, draft, newWorld, openTab, record } from './draft-world.ts';

test('of two versions the one here can be kept', async () => {
  using here = device({ kept: record('mine', { revision: 1 }), server: draft('theirs', 2) });
  await here.pause();
  here.keepMine();
  await here.pause();
  expect(here.world.server).toMatchObject({ source: 'mine', revision: 3 });
});

test('of two versions the other can be taken, and that can be undone', async () => {
  using here = device({ kept: record('mine', { revision: 1 }), server: draft('theirs', 2) });
  await here.pause();
  await here.takeOther();
  expect(here.world.versions).toEqual(['mine']);
  expect(here.snapshot()).toMatchObject({ source: 'theirs', state: 'saved', replaced: 'mine' });
  here.undo();
  await here.pause();
  expect(here.world.server).toMatchObject({ source: 'mine' });
});

test('without a history the version that was not kept can be brought back, and nothing is put into one', async () => {
  const conflict = () => newWorld({ kept: record('mine', { revision: 1 }), server: draft('theirs', 2) });
  {
    using here = openTab(conflict(), { hasHistory: false });
    await here.pause();
    here.keepMine();
    await here.pause();
    expect(here.world.server).toMatchObject({ source: 'mine' });
    expect(here.snapshot()).toMatchObject({ source: 'mine', replaced: 'theirs' });
    here.undo();
    await here.pause();
    expect(here.world.server).toMatchObject({ source: 'theirs' });
  }
  using here = openTab(conflict(), { hasHistory: false });
  await here.pause();
  await here.takeOther();
  expect(here.snapshot()).toMatchObject({ source: 'theirs', replaced: 'mine' });
  expect(here.world.versions).toEqual([]);
});

test('a reset takes the draft from the server, and can be undone', async () => {
  using here = device({ server: draft('work', 4) });
  await here.settle();
  await here.reset();
  expect(here.world.server).toBeNull();
  expect(here.snapshot()).toMatchObject({ source: 'starter', replaced: 'work' });
  here.undo();
  await here.pause();
  expect(here.world.server).toMatchObject({ source: 'work' });
});

test('a version is restored once what it replaces is in the history, and that can be undone', async () => {
  using here = device({ server: draft('now', 4) });
  await here.settle();
  expect(await here.restore('earlier')).toBeNull();
  expect(here.world.versions).toEqual(['now']);
  expect(here.snapshot()).toMatchObject({ source: 'earlier', replaced: 'now' });
  await here.pause();
  expect(here.world.server).toMatchObject({ source: 'earlier' });
  here.undo();
  await here.pause();
  expect(here.world.server).toMatchObject({ source: 'now' });
});

test('nothing is restored while what it would replace cannot be kept', async () => {
  using here = device({ server: draft('now', 4) });
  await here.settle();
  here.world.problem = 'offline';
  expect(await here.restore('earlier')).toMatchObject({ code: 'offline' });
  expect(here.snapshot().source).toBe('now');
});

test('a reset without a connection is not undone by the old draft on the server', async () => {
  using here = device({ server: draft('work', 4) });
  await here.settle();
  here.world.problem = 'offline';
  await here.reset();
  here.world.problem = null;
  here.comeOnline();
  await here.settle();
  expect(here.world.server).toMatchObject({ source: 'starter' });
});

test('a step begins with the code of the step before, and goes back to it; nothing is saved until it is changed', async () => {
  const world = newWorld();
  world.carried = 'step one';
  using here = openTab(world);
  await here.pause();
  expect(here.snapshot()).toMatchObject({ source: 'step one', starter: 'step one', state: 'saved', replaced: null });
  expect(world.puts).toEqual([]);
  here.edit('step two');
  await here.pause();
  expect(world.server).toMatchObject({ source: 'step two' });
  await here.reset();
  expect(here.snapshot()).toMatchObject({ source: 'step one', state: 'saved', replaced: 'step two' });
  expect(world.server).toBeNull();
});

test('what was typed before the code of the step before arrived stays', async () => {
  const world = newWorld();
  world.carried = 'step one';
  using here = openTab(world);
  here.edit('typed at once');
  await here.pause();
  expect(here.snapshot()).toMatchObject({ source: 'typed at once', starter: 'step one' });
  expect(world.server).toMatchObject({ source: 'typed at once' });
});
