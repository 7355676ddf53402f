import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { axeFindsNothing } from './axe.ts';
import { serverProcess } from './server-process.ts';
import { dedupe, signUp, verdict, write } from './workbench-page.ts';

// A fresh server of its own: the first account on it is to be the owner's.
test.describe.configure({ mode: 'serial' });

const password = 'correct horse battery';

test('the first account reads what a guest reports, and to all others there is no such page', async ({ browser }) => {
  using server = serverProcess(3217);
  await server.start();
  const [mine, theirs] = [await newPage(), await newPage()];

  await theirs.goto(dedupe.path);
  await write(theirs, dedupe.lastWins);
  await theirs.getByRole('button', { name: /^Submit/ }).click();
  await expect(verdict(theirs)).not.toContainText('Passed');
  await theirs.getByText('Report a problem with this exercise').click();
  await theirs.getByLabel('What you found, and where').fill('The second test asks for another order than the task.');
  await theirs.getByLabel('Include my code').check();
  await theirs.getByRole('button', { name: 'Send the report' }).click();
  await expect(theirs.getByText('Sent. Thank you')).toBeVisible();
  expect((await theirs.goto('/operator'))?.status()).toBe(404);
  await expect(theirs).toHaveTitle(/not found/i);

  await signUp(mine, 'owner@example.org', password);
  await signUp(theirs, 'second@example.org', password);
  await expect(theirs.getByRole('link', { name: 'Operator' })).toHaveCount(0);
  expect((await theirs.goto('/operator/learners'))?.status()).toBe(404);

  await mine.getByRole('link', { name: 'Operator' }).click();
  await expect(mine.getByRole('heading', { name: 'Operator', level: 1 })).toBeVisible();
  await expect(mine.getByText('Ready', { exact: true })).toBeVisible();
  await mine.getByRole('link', { name: 'Reports (1 open)' }).click();
  await expect(mine.getByText('The second test asks for another order')).toBeVisible();
  await mine.getByText('Their solution.ts').click();
  await expect(mine.getByText('new Map(events.map')).toBeVisible();
  await axeFindsNothing(mine, 'light', 'dark');
  await mine.getByRole('button', { name: 'Mark as done' }).click();
  await expect(mine.getByText('Nothing is open.')).toBeVisible();
  await mine.getByRole('link', { name: 'Exercises', exact: true }).click();
  await expect(mine.getByRole('row', { name: /Drop repeated webhook events 0%/ })).toContainText(
    /\(1 of 1 submission\)/,
  );
  for (const place of ['/operator', '/operator/learners', '/operator/exercises', '/operator/reports']) {
    await mine.goto(place);
    await axeFindsNothing(mine, 'light', 'dark');
  }

  async function newPage(): Promise<Page> {
    const context = await browser.newContext({ baseURL: server.origin, reducedMotion: 'reduce' });
    return context.newPage();
  }
});

test('a backup of the running server brings it back, and its log says nothing about anybody', async ({ browser }) => {
  using server = serverProcess(3217);
  await server.start();
  const page = await (await browser.newContext({ baseURL: server.origin })).newPage();
  const marker = 'marker-of-ann';
  await signUp(page, `${marker}@example.org`, `${marker} ${password}`);
  for (const source of [
    `export const ${marker.replaceAll('-', '')} = 1;`,
    `throw new Error('${marker}');`,
    `}${marker}`,
  ]) {
    const body = { exercise: 'dedupe-webhook-events', files: { 'solution.ts': source }, mode: 'submit' };
    const headers = { 'sec-fetch-site': 'same-origin' };
    expect((await page.request.post('/api/submissions', { data: body, headers })).status()).toBe(200);
  }
  await page.goto(`/practice/${marker}?email=${marker}`);

  const command = (...given: string[]) =>
    spawnSync(process.execPath, given, {
      cwd: path.join(import.meta.dirname, '../..'),
      env: { ...process.env, UNDERPIN_DATA: server.data },
      encoding: 'utf8',
    });
  expect(command('scripts/backup.ts')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('1 account,'),
  });
  const [name = ''] = readdirSync(path.join(server.data, 'backups'));
  const backup = path.join(server.data, 'backups', name);
  expect(command('scripts/restore.ts', backup)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('stop it first'),
  });
  await server.kill('SIGKILL');
  expect(command('scripts/restore.ts', backup)).toMatchObject({ status: 0 });
  await server.start();
  await page.goto('/account');
  await expect(page.getByText(`${marker}@example.org`).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Operator' })).toBeVisible();

  const log = server.log();
  expect(log).toContain('"event":"request"');
  expect(log).toContain('"route":"/api/submissions"');
  expect(log).not.toContain(marker);
  expect(log).not.toContain(marker.replaceAll('-', ''));
});
