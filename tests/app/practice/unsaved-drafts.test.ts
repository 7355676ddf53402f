import { expect, test } from 'vitest';
import { markLate, unsavedDrafts } from '#lib/unsaved-drafts';
import { ann, ben, keyOf, newWorld, record } from './draft-world.ts';

test('when a mock interview is over, what this browser holds of it is kept and does not count as waiting', () => {
  const { storage } = newWorld({ kept: record('of practice') });
  const names = ['lrn_ann:mck_1:asked', 'lrn_ann:mck_1-built:solution.ts', 'lrn_ann:mck_12:asked'];
  for (const name of names) storage.entries.set(`underpin:draft:${name}`, JSON.stringify(record('never heard of')));
  const here = storage.storageOf(new EventTarget());
  expect(unsavedDrafts(here, (owner) => owner === ann.id)).toBe(4);
  markLate(here, 'mck_1');
  expect(unsavedDrafts(here, (owner) => owner === ann.id)).toBe(2);
  expect(JSON.parse(storage.entries.get('underpin:draft:lrn_ann:mck_1:asked')!)).toEqual(
    record('never heard of', { late: true }),
  );
});

test('drafts that wait are counted for those whose they are', () => {
  const { storage } = newWorld({ kept: record('waits') });
  storage.entries.set(keyOf(ben.id), JSON.stringify(record('waits')));
  storage.entries.set('underpin:draft:lrn_ann:queues:solution.ts', JSON.stringify(record('safe', { dirty: false })));
  expect(unsavedDrafts(storage.storageOf(new EventTarget()), (owner) => owner === ann.id)).toBe(1);
});
