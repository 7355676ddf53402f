import { expect, test } from '@playwright/test';
import { axeFindsNothing } from './axe.ts';

test('a posting is read without a request, outlives a reload, and its gaps become a plan', async ({ page }) => {
  await page.goto('/interview/posting', { waitUntil: 'networkidle' });
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
  await page.getByRole('button', { name: 'Fill in the example posting' }).click();
  await expect(page.getByText(/^49 demands found: 0 shown, \d+ not shown yet, \d+ not taught here\.$/)).toBeVisible();
  await page
    .getByRole('textbox', { name: 'The posting' })
    .fill('Senior backend engineer, 5+ years of experience with PostgreSQL, Go or Java.');
  await expect(page.getByText(/^3 demands found: 0 shown/)).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Senior' })).toBeChecked();
  await expect(page.getByRole('link', { name: 'PostgreSQL (not shown yet)' })).toBeVisible();
  // Nothing was sent while it was read, and nothing is sent later because of it.
  await page.waitForLoadState('networkidle');
  expect(sent).toEqual([]);
  await axeFindsNothing(page, 'light', 'dark');

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'The posting' })).toHaveValue(/^Senior backend engineer/);
  const inTwoWeeks = await page.evaluate(() => {
    const date = new Date();
    date.setDate(date.getDate() + 14);
    return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
  });
  const asked = page.waitForRequest('**/api/goal');
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await expect(page.getByText('Choose a day after today, within two years.')).toBeVisible();
  await page.getByLabel('Day of the interview').fill(inTwoWeeks);
  await page.getByRole('button', { name: 'Make the plan' }).click();
  expect((await asked).postData()).not.toContain('experience');
  await page.getByRole('link', { name: 'Open your plan' }).click();
  await expect(
    page.getByRole('heading', { name: /lessons? for your job posting in 14 days, 45 min a day/ }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Indexes and query plans' }).first()).toBeVisible();
  await expect(page.getByLabel(/^Only the \d+ lessons? that your job posting asks for$/)).toBeChecked();
});
