import { expect, test } from 'vitest';
import type { Db } from '#db/client';
import { draftsOf, draftVersionsOf, resetDrafts, saveDraft } from '#db/drafts';
import { createGuest } from '#db/learners';
import { temporaryDatabase } from './temporary-database.ts';

async function start(db: Db) {
  const key = { learnerId: await createGuest(db, 'token'), exerciseId: 'sums', file: 'solution.ts' };
  const save = (source: string, baseRevision: number | null) => saveDraft(db, { ...key, source, baseRevision });
  return { key, save };
}

test('saving on top of the revision last seen raises it', async () => {
  using db = temporaryDatabase();
  const { key, save } = await start(db);
  expect(await save('a', null)).toMatchObject({ outcome: 'saved', draft: { revision: 1 } });
  expect(await save('b', 1)).toMatchObject({ outcome: 'saved', draft: { revision: 2 } });
  expect(await draftsOf(db, key.learnerId, 'sums')).toMatchObject({ 'solution.ts': { source: 'b', revision: 2 } });
});

test('a device that is behind is told so, overwrites nothing, and what it would replace is kept', async () => {
  using db = temporaryDatabase();
  const { key, save } = await start(db);
  await save('a', null);
  await save('from the desk', 1);
  const answer = await save('from the phone', 1);
  expect(answer).toMatchObject({ outcome: 'conflict', current: { source: 'from the desk', revision: 2 } });
  expect(await save('from the phone', null)).toMatchObject({ outcome: 'conflict' });
  await save('from the phone', 2);
  expect(await draftVersionsOf(db, key)).toMatchObject([{ source: 'from the desk', reason: 'conflict' }]);
});

test('the same code from two devices is no conflict', async () => {
  using db = temporaryDatabase();
  const { save } = await start(db);
  await save('a', null);
  expect(await save('a', null)).toMatchObject({ outcome: 'saved', draft: { revision: 1 } });
});

test('a reset keeps the code as a version and never gives a revision twice', async () => {
  using db = temporaryDatabase();
  const { key, save } = await start(db);
  await save('a', null);
  await resetDrafts(db, key.learnerId, 'sums');
  expect(await draftsOf(db, key.learnerId, 'sums')).toEqual({});
  expect(await draftVersionsOf(db, key)).toMatchObject([{ source: 'a', reason: 'reset', revision: 1 }]);
  expect(await save('b', null)).toMatchObject({ outcome: 'saved', draft: { revision: 2 } });
  expect(await save('c', 1)).toMatchObject({ outcome: 'conflict', current: { source: 'b' } });
});

test('a reset of one file leaves the other file of the exercise alone', async () => {
  using db = temporaryDatabase();
  const { key, save } = await start(db);
  await save('a', null);
  const other = { ...key, file: 'solution.py', source: 'b', baseRevision: null };
  await saveDraft(db, other);
  await resetDrafts(db, key.learnerId, 'sums', other.file);
  expect(await draftsOf(db, key.learnerId, 'sums')).toMatchObject({ [key.file]: { source: 'a' } });
  expect(await draftVersionsOf(db, other)).toMatchObject([{ source: 'b', reason: 'reset' }]);
});

test('twenty versions of a file are kept, the newest ones', async () => {
  using db = temporaryDatabase();
  const { key, save } = await start(db);
  for (let number = 1; number <= 23; number += 1) {
    await save(`version ${number}`, null);
    await resetDrafts(db, key.learnerId, 'sums');
  }
  const versions = await draftVersionsOf(db, key);
  expect(versions).toHaveLength(20);
  expect(versions[0]).toMatchObject({ source: 'version 23' });
  expect(versions.at(-1)).toMatchObject({ source: 'version 4' });
});
