import { expect, test } from '@playwright/test';
import { dedupe } from './workbench-page.ts';

test.use({ javaScriptEnabled: false });

test('without scripts, what cannot work says so in its place', async ({ page }) => {
  for (const path of [
    '/interview/mocks',
    '/interview/stories',
    '/interview/posting',
    '/review/themes',
    '/placement',
    '/progress',
    '/progress/plan',
  ]) {
    // What Chromium parses while scripts are only switched off by its tester leaves `noscript` as text.
    const html = await (await page.request.get(path)).text();
    expect(html, path).toMatch(/<noscript>(?:(?!<\/noscript>).)*JavaScript/s);
  }
});

test('without scripts a form fails, shows why, is mended and passes', async ({ page }) => {
  await page.goto(dedupe.path);
  await expect(page.getByRole('tablist')).toHaveCount(0);
  const code = page.getByRole('textbox', { name: 'solution.ts' });
  await expect(code).toHaveValue(/export function dedupe/);
  await code.fill(dedupe.lastWins);
  await page.getByRole('button', { name: 'Submit' }).click();

  const result = page.getByRole('region', { name: 'Result' });
  await expect(result.getByRole('heading').first()).toContainText(/\d of 9 tests do(es)? not pass/);
  const failure = page.getByRole('listitem').filter({ hasText: 'keeps the first event of each id' });
  await expect(failure).toContainText('payment.succeeded');

  await expect(page.getByRole('textbox', { name: 'solution.ts' })).toHaveValue(dedupe.lastWins);
  await page.getByRole('textbox', { name: 'solution.ts' }).fill(dedupe.right);
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(result.getByRole('heading').first()).toContainText('Passed: all 9 tests pass');
  await expect(page.getByText('Reference solution, solution.ts')).toBeVisible();
});
