import { expect, test } from 'vitest';
import { unsavedDrafts } from '#lib/unsaved-drafts';
import { draftWords } from '../../../app/practice/[exercise]/draft-words.ts';
import { ann, device, draft, newWorld, openTab, record } from './draft-world.ts';

test('every keystroke is in the browser’s storage at once', () => {
  using here = device();
  here.edit('s');
  expect(here.world.keptOf(ann)).toMatchObject({ source: 's', dirty: true });
});

test('a pause sends the latest text, once', async () => {
  using here = device();
  await here.settle();
  here.edit('a');
  here.edit('ab');
  await here.pause();
  expect(here.world.puts).toEqual(['ab']);
  expect(here.snapshot().state).toBe('saved');
});

test('a newer draft on the server is loaded when nothing was typed here', async () => {
  using here = device({ kept: record('old', { revision: 1, dirty: false }), server: draft('new', 2) });
  await here.settle();
  expect(here.snapshot()).toMatchObject({ source: 'new', state: 'saved' });
});

test('what is typed before the server has answered is not replaced', async () => {
  using here = device({ server: draft('from elsewhere', 3) });
  here.edit('typed at once');
  await here.settle();
  expect(here.snapshot().source).toBe('typed at once');
  await here.pause();
  expect(here.snapshot()).toMatchObject({ state: 'conflict', other: { source: 'from elsewhere' } });
});

test('a save whose answer was lost is no conflict', async () => {
  using here = device({ kept: record('ab', { revision: 1, sent: 'a' }), server: draft('a', 2) });
  await here.pause();
  expect(here.snapshot().state).toBe('saved');
  expect(here.world.server).toMatchObject({ source: 'ab', revision: 3 });
});

test('leaving while typing sends the last words, and coming back goes on from there', async () => {
  const world = newWorld({ server: draft('a', 1) });
  {
    using here = openTab(world);
    await here.settle();
    here.edit('ab');
    here.leave();
  }
  expect(world.last[0]).toBe('ab');
  using again = openTab(world);
  again.edit('abc');
  await again.pause();
  expect(again.snapshot()).toMatchObject({ source: 'abc', state: 'saved', other: null });
});

test('a tab that crashes in mid-word loses no letter: the next visit has it and sends it', async () => {
  const world = newWorld({ server: draft('a', 1) });
  using here = openTab(world);
  await here.settle();
  here.edit('ab');
  here.crash();
  expect(world.last).toEqual([]);
  using again = openTab(world);
  await again.settle();
  expect(again.snapshot().source).toBe('ab');
  await again.pause();
  expect(world.server).toMatchObject({ source: 'ab' });
});

test('without a connection code stays in the browser, and is saved when the connection is back', async () => {
  using here = device();
  await here.settle();
  here.world.problem = 'offline';
  here.edit('offline');
  await here.pause();
  expect(here.snapshot().state).toBe('browser-only');
  here.world.problem = null;
  here.comeOnline();
  await here.settle();
  expect(here.snapshot().state).toBe('saved');
  expect(here.world.server).toMatchObject({ source: 'offline' });
});

test('a deploy in between: an answer that this page does not understand leaves the text here and says so', async () => {
  using here = device();
  await here.settle();
  here.world.problem = 'outdated';
  here.edit('typed on the old page');
  await here.pause();
  expect(draftWords(here.snapshot())).toContain('older than the server');
  here.crash();
  here.world.problem = null;
  using reloaded = openTab(here.world);
  await reloaded.pause();
  expect(here.world.server).toMatchObject({ source: 'typed on the old page' });
});

test('storage that is full makes room by dropping what the server has', async () => {
  const world = newWorld();
  const other = 'underpin:draft:lrn_ann:queues:solution.ts';
  world.storage.entries.set(other, JSON.stringify(record('safe', { dirty: false })));
  using here = openTab(world);
  await here.settle();
  const { entries, state } = world.storage;
  const remove = entries.delete.bind(entries);
  entries.delete = (key) => {
    state.full = false;
    return remove(key);
  };
  state.full = true;
  here.edit('fits now');
  expect(here.snapshot().unkept).toBe(false);
  expect(entries.has(other)).toBe(false);
  expect(world.keptOf(ann)).toMatchObject({ source: 'fits now' });
});

test('where the browser keeps nothing, the page says so and asks before it is left, until the server has the text', async () => {
  using here = openTab(newWorld(), { blocked: true });
  await here.settle();
  here.world.problem = 'offline';
  here.edit('nowhere else');
  await here.pause();
  expect(draftWords(here.snapshot())).toContain('leave this page open');
  expect(here.mayLeave()).toBe(false);
  here.world.problem = null;
  here.comeOnline();
  await here.settle();
  expect(draftWords(here.snapshot())).toBe('Saved');
  expect(here.mayLeave()).toBe(true);
});

test('what came after the end of a mock interview is kept, and does not count as waiting', async () => {
  using here = device({ server: draft('in time', 1) });
  const waiting = () => unsavedDrafts(here.world.storage.storageOf(new EventTarget()), (owner) => owner === ann.id);
  await here.settle();
  here.edit('too late');
  expect(waiting()).toBe(1);
  here.world.problem = 'mock-over';
  await here.pause();
  expect(here.snapshot().state).toBe('too-late');
  expect(here.world.keptOf(ann)).toMatchObject({ source: 'too late', dirty: true, late: true });
  expect(waiting()).toBe(0);
});
