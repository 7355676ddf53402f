import { expect, test } from '@playwright/test';

test('a visitor runs an exercise on the home page without signing in', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText(/visible tests? do(es)? not pass/).first()).toBeVisible();
});

test('code in a lesson runs in place and can be changed', async ({ page }) => {
  await page.goto('/learn/career/what-backend-engineers-do');
  const block = page.getByRole('group', { name: 'Code to run' }).first();
  await block.getByRole('button', { name: 'Run' }).click();
  await expect(block).toContainText('["Slow Queries","Slow Queries"]');
  await block.getByRole('button', { name: 'Edit' }).click();
  await block.getByRole('textbox').fill('console.log("changed by hand");');
  await block.getByRole('button', { name: 'Run' }).click();
  await expect(block).toContainText('changed by hand');
});

test('a query in a lesson runs on the sample database', async ({ page }) => {
  await page.goto('/learn/security/sql-injection');
  const block = page.getByRole('group', { name: 'Code to run' }).filter({ hasText: 'bookshop' }).first();
  await block.getByRole('button', { name: 'Run' }).click();
  await expect(block.getByRole('cell', { name: 'amira@example.com' }).first()).toBeVisible();
});

test('a check explains the answer, and the lesson can be marked as done', async ({ page }) => {
  await page.goto('/learn/career/what-backend-engineers-do');
  await page.getByLabel('Each event arrives, sooner or later, perhaps several times.').check();
  await page.getByRole('button', { name: 'Check the answer' }).first().click();
  await expect(page.getByText('Handling it once is your part of the contract.')).toBeVisible();
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await expect(page.getByRole('button', { name: 'Mark as not done' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Mark as not done' })).toBeVisible();
});

test('the practice list filters, and keeps the filter in the address', async ({ page }) => {
  await page.goto('/practice');
  const all = await page.getByRole('main').getByRole('listitem').count();
  await page.getByRole('searchbox').fill('webhook');
  await expect(page.getByRole('link', { name: /Drop repeated webhook events/ })).toBeVisible();
  await expect(page).toHaveURL(/webhook/);
  await expect.poll(() => page.getByRole('main').getByRole('listitem').count()).toBeLessThan(all);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('webhook');
});

test('a page that does not exist says so, with a way on', async ({ page }) => {
  for (const path of ['/nowhere', '/learn/databases/nothing', '/practice/nothing']) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  }
});

test('the chosen theme holds from the first paint on every page', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  for (const path of ['/learn', '/practice/dedupe-webhook-events', '/progress']) {
    await page.goto(path, { waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  }
});
