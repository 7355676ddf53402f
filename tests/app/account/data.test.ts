import { expect, test, vi } from 'vitest';
import { importBytesMax } from '#lib/account';
import { GET as exportAll } from '../../../app/api/account/export/route.ts';
import { POST as importAll } from '../../../app/api/account/import/route.ts';
import { PUT as markLesson } from '../../../app/api/lessons/[id]/route.ts';
import { GET as me } from '../../../app/api/me/route.ts';
import type { Browser } from '../browser.ts';
import { newWorld } from '../world.ts';
import { ann, send } from './forms.ts';

vi.mock('next/headers', () => import('../next-headers.ts'));
vi.mock('#content/load', async () => (await import('../content.ts')).content);

async function learned(browser: Browser) {
  const mark = { method: 'PUT', body: { done: true }, params: { id: 'adding' } };
  await browser.call(markLesson, '/api/lessons/adding', mark);
}

const importFile = async (browser: Browser, body: string | object) => {
  const response = await browser.call(importAll, '/api/account/import', { method: 'POST', body });
  return { status: response.status, body: (await response.json()) as { detail?: string; imported?: object } };
};

test('what one server exports, another takes, and shows as progress', async () => {
  let file: string;
  {
    using world = newWorld();
    const browser = world.newBrowser();
    await learned(browser);
    await send(browser, 'sign-up', ann);
    const response = await browser.call(exportAll, '/api/account/export');
    expect(response.headers.get('content-disposition')).toMatch(
      /attachment; filename="underpin-\d{4}-\d\d-\d\d\.json"/,
    );
    file = await response.text();
  }
  using world = newWorld();
  const browser = world.newBrowser();
  await send(browser, 'sign-up', ann);
  expect(await importFile(browser, file)).toMatchObject({ status: 200, body: { imported: { lessons: 1 } } });
  const { lessons } = (await (await browser.call(me, '/api/me')).json()) as { lessons: object };
  expect(lessons).toMatchObject({ adding: { doneAt: expect.any(String) as string } });
});

test('a guest exports too; somebody who has done nothing has nothing', async () => {
  using world = newWorld();
  const guest = world.newBrowser();
  expect((await guest.call(exportAll, '/api/account/export')).status).toBe(404);
  await learned(guest);
  const text = await (await guest.call(exportAll, '/api/account/export')).text();
  expect(JSON.parse(text)).toMatchObject({ account: null, tables: { lessonProgress: [{ lessonId: 'adding' }] } });
});

test('an import says why it took nothing', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  expect(await importFile(browser, {})).toMatchObject({ status: 401 });
  await learned(browser);
  await send(browser, 'sign-up', ann);
  const text = await (await browser.call(exportAll, '/api/account/export')).text();
  const file = JSON.parse(text) as { tables: { visits: object[] } };
  const refused = async (body: string | object, words: string) => {
    const { status, body: answer } = await importFile(browser, body);
    expect(answer.detail).toContain(words);
    return status;
  };
  expect(await refused('not JSON', 'not a file that Underpin exported')).toBe(400);
  expect(await refused({ lessons: [] }, 'not a file that Underpin exported')).toBe(400);
  expect(await refused({ ...file, version: 99 }, 'newer Underpin')).toBe(400);
  file.tables.visits = [{ kind: 'lesson', itemId: '../etc', visitedAt: '2026-01-01T00:00:00Z' }];
  expect(await refused(file, 'tables.visits.0.itemId')).toBe(400);
  expect(await refused(' '.repeat(importBytesMax + 1), '32 MB')).toBe(413);
});
