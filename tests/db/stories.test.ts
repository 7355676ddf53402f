import { expect, test } from 'vitest';
import type { Db } from '#db/client';
import { createGuest } from '#db/learners';
import { mergeGuest } from '#db/merge';
import { deleteStory, keepStory, saveStory, storiesOf, storyIdsHeldMax, type StorySaved } from '#db/stories';
import { storyVersionsKeptMax, storyVersionsOf } from '#db/story-versions';
import { emptyStory, storiesMax, type Story } from '#lib/story';
import { temporaryDatabase } from './temporary-database.ts';

const id = 'story-one';
const told = (title: string): Story => ({ ...emptyStory, title });
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));

async function save(db: Db, learnerId: string, title: string, baseRevision: number | null, minute = 0) {
  return saveStory(db, { learnerId, id, story: told(title), baseRevision }, at(minute));
}

const revisionOf = (saved: StorySaved) => (saved.outcome === 'saved' ? saved.revision : null);
const titlesOf = async (db: Db, learnerId: string) => (await storiesOf(db, learnerId)).map(({ story }) => story.title);
const versionTitles = async (db: Db, learnerId: string) =>
  (await storyVersionsOf(db, { learnerId, id })).map(({ story, reason }) => `${story.title}, ${reason}`);

test('a device that saves on top of an old revision is told, and neither text is lost', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  const first = revisionOf(await save(db, learnerId, 'first', null));
  await save(db, learnerId, 'from the desk', first, 1);
  const late = await save(db, learnerId, 'from the phone', first, 2);
  expect(late).toMatchObject({ outcome: 'conflict', current: { story: { title: 'from the desk' } } });
  expect(await titlesOf(db, learnerId)).toEqual(['from the desk']);
  await keepStory(db, { learnerId, id, story: told('from the phone'), reason: 'conflict' }, at(3));
  expect(await versionTitles(db, learnerId)).toEqual(['from the phone, conflict', 'from the desk, conflict']);
});

test('the same text twice is one save, whatever its base', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  const first = await save(db, learnerId, 'once', null);
  expect(await save(db, learnerId, 'once', null)).toEqual(first);
});

test('a deleted story leaves its text as a version, and can come back under a new revision', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  const first = revisionOf(await save(db, learnerId, 'kept', null));
  await deleteStory(db, { learnerId, id, baseRevision: first });
  expect(await storiesOf(db, learnerId)).toEqual([]);
  expect(await versionTitles(db, learnerId)).toEqual(['kept, delete']);
  const again = revisionOf(await save(db, learnerId, 'kept', null, 1));
  expect(again).toBeGreaterThan(first!);
});

test('while somebody writes on, a version is kept every five minutes, and no more than there is room for', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  let revision: number | null = null;
  for (let minute = 0; minute <= 250; minute += 1) {
    revision = revisionOf(await save(db, learnerId, `after ${minute}`, revision, minute));
  }
  const versions = await storyVersionsOf(db, { learnerId, id });
  expect(versions).toHaveLength(storyVersionsKeptMax);
  expect(versions.slice(0, 3).map(({ story }) => story.title)).toEqual(['after 249', 'after 244', 'after 239']);
});

test('one learner’s stories are nobody else’s, even under the same id', async () => {
  using db = temporaryDatabase();
  const ann = await createGuest(db, 'ann');
  const ben = await createGuest(db, 'ben');
  await save(db, ann, 'of Ann', null);
  await save(db, ben, 'of Ben', null);
  await deleteStory(db, { learnerId: ben, id, baseRevision: 1 });
  expect(await titlesOf(db, ann)).toEqual(['of Ann']);
});

test('signing in brings a guest’s stories along; of one told twice the newer stands and the other is a version', async () => {
  using db = temporaryDatabase();
  const guest = await createGuest(db, 'guest');
  const account = await createGuest(db, 'account');
  await save(db, account, 'older', null, 1);
  await save(db, guest, 'newer', null, 2);
  await saveStory(db, { learnerId: guest, id: 'story-two', story: told('alone'), baseRevision: null }, at(3));
  await mergeGuest(db, guest, account, at(4));
  expect(await titlesOf(db, account)).toEqual(['newer', 'alone']);
  expect(await versionTitles(db, account)).toEqual(['older, merge']);
  expect(await storiesOf(db, guest)).toEqual([]);
});

test('an older text of a guest’s does not take the place of the account’s', async () => {
  using db = temporaryDatabase();
  const guest = await createGuest(db, 'guest');
  const account = await createGuest(db, 'account');
  await save(db, guest, 'older', null, 1);
  await save(db, account, 'newer', null, 2);
  await mergeGuest(db, guest, account, at(3));
  expect(await titlesOf(db, account)).toEqual(['newer']);
  expect(await versionTitles(db, account)).toEqual(['older, merge']);
});

test('nobody has more stories than there is room for, and those there are can still be written', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  for (let number = 0; number < storiesMax; number += 1) {
    const story = { learnerId, id: `story-no-${number}`, story: told(String(number)), baseRevision: null };
    expect((await saveStory(db, story)).outcome).toBe('saved');
  }
  expect((await save(db, learnerId, 'one more', null)).outcome).toBe('too-many');
  const known = { learnerId, id: 'story-no-0', story: told('changed'), baseRevision: 1 };
  expect((await saveStory(db, known)).outcome).toBe('saved');
});

test.each(['deleting', 'keeping'] as const)(
  'whoever goes on %s stories has the versions of so many, and those deleted longest ago go first',
  async (way) => {
    using db = temporaryDatabase();
    const learnerId = await createGuest(db, 'token');
    await save(db, learnerId, 'there', null);
    await keepStory(db, { learnerId, id, story: told('was there'), reason: 'restore' });
    for (let number = 0; number <= storyIdsHeldMax; number += 1) {
      const gone = { learnerId, id: `story-no-${number}`, story: told(String(number)) };
      if (way === 'keeping') await keepStory(db, { ...gone, reason: 'conflict' });
      else {
        await saveStory(db, { ...gone, baseRevision: null });
        await deleteStory(db, { ...gone, baseRevision: 1 });
      }
    }
    const versions = async (number: number) => storyVersionsOf(db, { learnerId, id: `story-no-${number}` });
    expect(await Promise.all([versions(0), versions(1)])).toEqual([[], []]);
    expect(await versions(2)).toHaveLength(1);
    expect(await versions(storyIdsHeldMax)).toHaveLength(1);
    expect(await versionTitles(db, learnerId)).toEqual(['was there, restore']);
  },
);
