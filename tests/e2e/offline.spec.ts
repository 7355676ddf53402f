import { expect, test, type Page } from '@playwright/test';
import { dedupe, focusEditor, verdict, write } from './workbench-page.ts';

const lesson = '/learn/career/what-backend-engineers-do';

test.describe('with the service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('lessons that were read can be read without a connection, others lead to the list of those', async ({
    page,
    context,
  }) => {
    await page.goto('/learn');
    await readUntilKept(page, '/learn');
    // By a link inside the site, where no document is loaded.
    await page.getByRole('link', { name: 'Practice' }).first().click();
    await expect(page).toHaveURL(/practice/);
    await readUntilKept(page, '/practice');
    await page.goto(lesson);
    await readUntilKept(page, lesson);
    const title = await page.getByRole('heading', { level: 1 }).innerText();

    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const fonts = await page.evaluate(async () => [...(await document.fonts.ready)].map(({ status }) => status));
    expect(fonts).toContain('loaded');
    expect(fonts).not.toContain('error');
    await expect(page.getByText(/^Offline/)).toBeVisible();
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await expect(page.getByRole('button', { name: 'Mark as not done' })).toBeVisible();
    await expect(page.getByText('1 change waits on this device')).toBeVisible();

    // A link of the router falls back to loading the page, which is here.
    await page.getByRole('link', { name: 'Practice' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/practice/i);
    await page.goto('/learn/security/sql-injection');
    await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible();
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

    await context.setOffline(false);
    await expect(page.getByText(/waits on this device/)).toBeHidden();
    await expect(async () => {
      const me = (await (await page.request.get('/api/me')).json()) as { lessons: Record<string, { doneAt: string }> };
      expect(me.lessons['what-backend-engineers-do']?.doneAt).toBeTruthy();
    }).toPass();
  });
});

test('a submit without a connection is sent later from another page, counted once, and found in the workbench', async ({
  page,
  context,
}) => {
  await page.goto(dedupe.path);
  await write(page, dedupe.right);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  // The first run brings what a later submit needs.
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(verdict(page)).toContainText('All 4 visible tests pass');
  const ready = page.waitForFunction(async () => (await indexedDB.databases()).some(({ name }) => name === 'underpin'));
  await ready;

  await context.setOffline(true);
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(page.getByRole('button', { name: 'Take it back' })).toBeVisible();
  await expect(page.getByText(/1 change waits on this device/)).toBeVisible();
  await page.close();

  await context.setOffline(false);
  const other = await context.newPage();
  await other.goto('/practice');
  await expect(other.getByText('Passed: all 9 tests pass')).toBeVisible();
  await other.getByRole('link', { name: 'Look at it' }).click();
  await expect(verdict(other)).toContainText('Passed: all 9 tests pass');
  const list = await other.request.get('/api/submissions?exercise=dedupe-webhook-events');
  expect(((await list.json()) as { submissions: unknown[] }).submissions).toHaveLength(1);
});

test('a deploy in between: the old page keeps what is typed, says that it is old, and a reload goes on', async ({
  page,
}) => {
  await page.goto(dedupe.path);
  await focusEditor(page);
  // As a newer server might answer: well, but in words that this page does not know.
  await page.route('**/api/drafts/**', (route) =>
    route.request().method() === 'PUT' ? route.fulfill({ json: { version: 2, stored: true } }) : route.continue(),
  );
  await write(page, '// typed on the old page');
  await expect(page.getByText(/This page is older than the server/)).toBeVisible();
  await page.unroute('**/api/drafts/**');
  await page.reload();
  await focusEditor(page);
  await expect(page.locator('.monaco-editor')).toContainText('typed on the old page');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});

/** Moves the mouse as a reader does, which is what has a page kept, and waits until it is. */
async function readUntilKept(page: Page, path: string) {
  await expect(async () => {
    await page.mouse.move(200, 200);
    await page.mouse.move(300, 300);
    const isKept = await page.evaluate(async (wanted) => (await caches.match(wanted)) !== undefined, path);
    expect(isKept).toBe(true);
  }).toPass();
}
