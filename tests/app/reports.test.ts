import { expect, test, vi } from 'vitest';
import { POST as report } from '../../app/api/reports/route.ts';
import { mergeGuest } from '#db/merge';
import { createGuest, learnerOfUser } from '#db/learners';
import { markReport, openReportCount, reportsThat, saveReport } from '#db/reports';
import { learners } from '#db/tables';
import { createUser } from '#db/users';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./content.ts')).content);

const written = { itemKind: 'exercise', item: 'sums', kind: 'wrong-test', text: ' 2 + 2 is not 5. ' };

test('a guest’s report is kept with what they were looking at, and with their code only when they send it', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  expect((await browser.call(report, '/api/reports', { body: written })).status).toBe(201);
  const files = { 'solution.ts': 'export const add = 5;' };
  const withCode = { ...written, kind: 'other', files };
  expect((await browser.call(report, '/api/reports', { body: withCode })).status).toBe(201);
  const lesson = { itemKind: 'lesson', item: 'adding', kind: 'unclear-text', text: 'What is a sum?' };
  expect((await browser.call(report, '/api/reports', { body: lesson })).status).toBe(201);
  expect(world.db.select().from(learners).all()).toHaveLength(1);
  const open = await reportsThat(world.db, 'open');
  const about = { itemKind: 'exercise', itemId: 'sums', contentHash: 'v1', text: '2 + 2 is not 5.', doneAt: null };
  expect(open).toMatchObject([
    { ...about, kind: 'wrong-test', files: null, version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string },
    { ...about, kind: 'other', files },
    { itemKind: 'lesson', itemId: 'adding', contentHash: expect.stringMatching(/^[0-9a-f]{16}$/) as string },
  ]);
  expect(Object.keys(open[0]!)).not.toContain('learnerId');
});

test.each([
  ['nothing in it', { ...written, text: '  ' }, 400],
  ['more than fits', { ...written, text: 'x'.repeat(2001) }, 400],
  ['a kind that there is not', { ...written, kind: 'rant' }, 400],
  ['an exercise that there is not', { ...written, item: 'quotients' }, 404],
  ['a lesson that there is not', { ...written, itemKind: 'lesson', item: 'dividing' }, 404],
  ['a file that the exercise has not', { ...written, files: { 'other.ts': 'x' } }, 400],
  ['code with a lesson', { ...written, itemKind: 'lesson', item: 'adding', files: { 'solution.ts': 'x' } }, 400],
])('a report with %s is refused, and makes nobody a guest', async (_, body, status) => {
  using world = newWorld();
  const browser = world.newBrowser();
  expect((await browser.call(report, '/api/reports', { body })).status).toBe(status);
  expect(browser.jar.size).toBe(0);
  expect(await openReportCount(world.db)).toBe(0);
});

test('nobody floods the operator: ten an hour each, and sixty from one address', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const statuses = [];
  for (let sent = 0; sent < 11; sent++)
    statuses.push((await browser.call(report, '/api/reports', { body: written })).status);
  expect(statuses).toEqual([...Array<number>(10).fill(201), 429]);
  const others = [];
  for (let sent = 0; sent < 50; sent++)
    others.push((await world.newBrowser().call(report, '/api/reports', { body: written })).status);
  expect(others.filter((status) => status === 201)).toHaveLength(49);
  expect(await openReportCount(world.db)).toBe(59);
});

test('a report made from another site is refused', async () => {
  using world = newWorld();
  const headers = { 'sec-fetch-site': 'cross-site' };
  const response = await world.newBrowser().call(report, '/api/reports', { body: written, headers });
  expect(response.status).toBe(403);
});

test('a guest’s reports move into their account, and go when it goes', async () => {
  using world = newWorld();
  const { db } = world;
  const user = await createUser(db, { email: 'ann@example.org', name: null, passwordHash: null });
  const [guest, account] = [await createGuest(db, 'token'), await learnerOfUser(db, user!.id)];
  const about = { itemKind: 'lesson' as const, itemId: 'adding', contentHash: 'v1', version: '1.0.0', files: null };
  const id = await saveReport(db, { ...about, learnerId: guest, kind: 'other', text: 'x' });
  await mergeGuest(db, guest, account);
  expect(await reportsThat(db, 'open')).toMatchObject([{ id }]);
  expect(await markReport(db, id, true)).toBe(true);
  expect([await openReportCount(db), await reportsThat(db, 'open')]).toEqual([0, []]);
  expect(await reportsThat(db, 'done')).toMatchObject([{ id, doneAt: expect.any(Date) as Date }]);
  db.delete(learners).run();
  expect(await reportsThat(db, 'done')).toEqual([]);
});
