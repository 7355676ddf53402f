import { expect, test, vi } from 'vitest';
import { nobodyYet } from '#lib/for-learner';
import type { DraftOwner } from '../../../app/practice/[exercise]/draft-snapshot.ts';
import { ann, ben, draft, keyOf, newWorld, nobody, openTab, record } from './draft-world.ts';

test('a session that ends while typing: the text stays here, is sent as nobody else’s, and is saved after signing in', async () => {
  const world = newWorld({ server: draft('a', 1) });
  using here = openTab(world);
  await here.settle();
  world.signedIn = nobody;
  here.edit('ab');
  await here.pause();
  expect(here.snapshot().state).toBe('signed-out');
  expect(here.unsure()).toBe(1);
  here.belongTo(nobody);
  here.edit('abc');
  await here.pause();
  expect(world.puts).toEqual([]);
  expect(world.keptOf(ann)).toMatchObject({ source: 'abc', dirty: true });
  world.signedIn = ann;
  here.belongTo({ ...ann });
  await here.settle();
  expect(world.server).toMatchObject({ source: 'abc' });
});

test('when somebody else signs in in another tab, neither sees nor sends the text of the other', async () => {
  const world = newWorld();
  world.servers.set(ben.id, draft('of ben', 1));
  using here = openTab(world);
  await here.settle();
  world.problem = 'offline';
  here.edit('of ann');
  world.problem = null;
  world.signedIn = ben;
  here.belongTo(ben);
  await here.pause();
  expect(here.snapshot()).toMatchObject({ source: 'of ann', state: 'signed-out' });
  here.leave();
  expect(world.servers.get(ben.id)).toMatchObject({ source: 'of ben' });
  here.crash();
  {
    using page = openTab(world);
    await page.pause();
    expect(page.snapshot()).toMatchObject({ source: 'of ben', other: null });
  }
  world.signedIn = ann;
  using back = openTab(world);
  await back.pause();
  expect(world.server).toMatchObject({ source: 'of ann' });
});

test('a page that took the browser for another learner’s turns to the right one as long as nothing was typed', async () => {
  const world = newWorld({ kept: record('of ann') });
  world.signedIn = ben;
  world.servers.set(ben.id, draft('of ben', 1));
  using here = openTab(world, { owner: ann });
  await here.settle();
  here.belongTo(ben);
  await here.settle();
  expect(here.snapshot()).toMatchObject({ source: 'of ben', state: 'saved' });
  expect(world.keptOf(ann)).toMatchObject({ source: 'of ann', dirty: true });
});

test('what was typed before there was a learner becomes the guest’s, in every tab', async () => {
  const world = newWorld();
  using here = openTab(world, { owner: nobody });
  using second = openTab(world, { owner: nobody });
  await here.settle();
  here.edit('first words');
  await here.pause();
  expect(here.unsure()).toBe(1);
  here.edit('first words, more');
  here.belongTo(ann);
  second.belongTo(ann);
  here.edit('first words, more, and more');
  await here.pause();
  expect(second.snapshot()).toMatchObject({ source: 'first words, more, and more', other: null });
  expect(world.server).toMatchObject({ source: 'first words, more, and more' });
  expect(world.keptOf(nobody)).toBeNull();
});

test('what a reset replaced can be had back although the page learns only afterwards who the learner is', async () => {
  const world = newWorld();
  using here = openTab(world, { owner: nobody });
  await here.settle();
  here.edit('my solution');
  await here.pause();
  await here.reset();
  here.belongTo(ann);
  await here.pause();
  expect(here.snapshot()).toMatchObject({ source: 'starter', replaced: 'my solution' });
  here.undo();
  await here.pause();
  expect(here.snapshot()).toMatchObject({ source: 'my solution', replaced: null });
  expect(world.server).toMatchObject({ source: 'my solution' });
});

test('another learner’s page begins with their own code, not with that of whoever was there before', async () => {
  const world = newWorld();
  world.carried = 'of ann';
  using here = openTab(world);
  await here.settle();
  world.signedIn = ben;
  world.carried = null;
  here.belongTo(ben);
  await here.settle();
  expect(here.snapshot()).toMatchObject({ source: 'starter', starter: 'starter', state: 'saved' });
});

test('what a guest typed without a connection becomes the account’s that the guest signs in to', async () => {
  const guest: DraftOwner = { id: 'lrn_guest', formerly: [] };
  const world = newWorld();
  world.signedIn = guest;
  {
    using here = openTab(world);
    await here.settle();
    world.problem = 'offline';
    here.edit('typed as a guest');
  }
  world.problem = null;
  world.signedIn = { ...ann, formerly: [guest.id] };
  using here = openTab(world);
  await here.pause();
  expect(world.server).toMatchObject({ source: 'typed as a guest' });
  expect(world.keptOf(guest)).toBeNull();
});

test('a draft of before records named their learner is taken over, and a damaged one is left alone', async () => {
  const world = newWorld();
  const old = { source: 'from the old page', revision: null, dirty: true, sent: null };
  world.storage.entries.set('underpin:draft:sums:solution.ts', JSON.stringify(old));
  world.storage.entries.set(keyOf(nobodyYet), '{"source":');
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  using here = openTab(world);
  await here.pause();
  expect(world.server).toMatchObject({ source: 'from the old page' });
  expect(world.storage.entries.has('underpin:draft:sums:solution.ts')).toBe(false);
  expect(world.storage.entries.get(keyOf(nobodyYet))).toBe('{"source":');
  warned.mockRestore();
});
