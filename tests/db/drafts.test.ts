import { expect, test } from 'vitest';
import type { Db } from '#db/client';
import { draftsOf, resetDrafts, saveDraft } from '#db/drafts';
import { draftVersionsOf, keepVersions, versionsKeptMax } from '#db/draft-versions';
import { createGuest } from '#db/learners';
import { closeSubmission, openSubmission } from '#db/submissions';
import { temporaryDatabase } from './temporary-database.ts';
import { failed } from './verdicts.ts';

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

const minutes = (count: number) => new Date(Date.UTC(2026, 0, 1) + count * 60_000);

test('while somebody types on, a version is kept every five minutes and no more', async () => {
  using db = temporaryDatabase();
  const { key } = await start(db);
  let baseRevision: number | null = null;
  for (let minute = 0; minute <= 12; minute += 1) {
    const saved = await saveDraft(db, { ...key, source: `minute ${minute}`, baseRevision }, minutes(minute));
    baseRevision = saved.outcome === 'saved' ? saved.draft.revision : baseRevision;
  }
  expect(await draftVersionsOf(db, key)).toMatchObject([
    { source: 'minute 9', reason: 'edit' },
    { source: 'minute 4', reason: 'edit' },
  ]);
});

test('what was left yesterday is kept before today’s first word replaces it', async () => {
  using db = temporaryDatabase();
  const { key } = await start(db);
  await saveDraft(db, { ...key, source: 'yesterday', baseRevision: null }, minutes(0));
  await saveDraft(db, { ...key, source: 'today', baseRevision: 1 }, minutes(1440));
  expect(await draftVersionsOf(db, key)).toMatchObject([
    { source: 'yesterday', reason: 'edit', updatedAt: minutes(0) },
  ]);
});

test('what is run is kept, though its draft is not saved yet, and the draft can be saved on top as before', async () => {
  using db = temporaryDatabase();
  const { key, save } = await start(db);
  await save('a', null);
  const { learnerId, exerciseId } = key;
  await keepVersions(db, { learnerId, exerciseId, files: { [key.file]: 'ab' }, reason: 'run' });
  expect(await draftVersionsOf(db, key)).toMatchObject([{ source: 'ab', reason: 'run', revision: 2, verdict: null }]);
  expect(await save('ab', 1)).toMatchObject({ outcome: 'saved', draft: { revision: 3 } });
});

test('the same text run twice and then submitted is one version, with its verdict', async () => {
  using db = temporaryDatabase();
  const { key } = await start(db);
  const { learnerId, exerciseId, file } = key;
  const files = { [file]: 'a' };
  await keepVersions(db, { learnerId, exerciseId, files, reason: 'run' });
  await keepVersions(db, { learnerId, exerciseId, files, reason: 'run' });
  const submissionId = await openSubmission(db, { learnerId, exerciseId, contentHash: 'v1', files });
  await keepVersions(db, { learnerId, exerciseId, files, reason: 'submit', submissionId });
  await closeSubmission(db, submissionId, { verdict: failed, contentHash: 'v1' });
  await keepVersions(db, { learnerId, exerciseId, files, reason: 'run' });
  const versions = await draftVersionsOf(db, key);
  expect(versions).toHaveLength(1);
  expect(versions).toMatchObject([{ reason: 'submit', verdict: { status: 'failed', passedTests: 1, totalTests: 2 } }]);
});

test('of too many versions the oldest of mere editing go first, then runs; submissions stay longest', async () => {
  using db = temporaryDatabase();
  const { key } = await start(db);
  const { learnerId, exerciseId, file } = key;
  let number = 0;
  const keep = async (reason: 'edit' | 'run' | 'submit', count: number) => {
    for (let times = 0; times < count; times += 1) {
      number += 1;
      await keepVersions(
        db,
        { learnerId, exerciseId, files: { [file]: `${reason} ${number}` }, reason },
        minutes(number),
      );
    }
  };
  await keep('submit', 5);
  await keep('edit', 4);
  await keep('run', versionsKeptMax - 5);
  const kept = (await draftVersionsOf(db, key)).map(({ source }) => source);
  expect(kept).toHaveLength(versionsKeptMax);
  expect(kept.filter((source) => source.startsWith('edit'))).toEqual([]);
  expect(kept.filter((source) => source.startsWith('submit'))).toHaveLength(5);
  await keep('run', 1);
  const later = (await draftVersionsOf(db, key)).map(({ source }) => source);
  expect(later).not.toContain('run 10');
  expect(later[0]).toBe(`run ${number}`);
});

test('the ten newest versions are never thinned out', async () => {
  using db = temporaryDatabase();
  const { key } = await start(db);
  const { learnerId, exerciseId, file } = key;
  const keep = (source: string, reason: 'edit' | 'submit', at: number) =>
    keepVersions(db, { learnerId, exerciseId, files: { [file]: source }, reason }, minutes(at));
  for (let number = 0; number < versionsKeptMax; number += 1) await keep(`submitted ${number}`, 'submit', number);
  for (let number = 0; number < 10; number += 1) await keep(`edited ${number}`, 'edit', 100 + number);
  const kept = await draftVersionsOf(db, key);
  expect(kept).toHaveLength(versionsKeptMax);
  expect(kept.filter(({ reason }) => reason === 'edit')).toHaveLength(10);
});
