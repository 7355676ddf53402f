import { expect, test } from '@playwright/test';
import { dedupe, freshEmail, signIn, signUp, verdict, write } from './workbench-page.ts';

test('what was run and submitted is in the history, shows what changed since, and comes back', async ({ page }) => {
  await page.goto(dedupe.path);
  await write(page, dedupe.lastWins);
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(verdict(page)).toContainText('2 of 9 tests do not pass');
  await write(page, dedupe.right);
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(verdict(page)).toContainText('All 4 visible tests pass');

  await page.getByRole('button', { name: 'History' }).click();
  const history = page.getByRole('dialog', { name: 'History of solution.ts' });
  const versions = history.getByRole('list', { name: 'Versions, newest first' }).getByRole('button');
  await expect(versions).toHaveCount(3);
  await expect(versions.nth(1)).toContainText(/Submitted: not passed, \d of 9 tests/);
  await versions.nth(1).click();
  await expect(history.getByRole('status')).toContainText('2 lines added, 1 removed');
  await history.getByRole('button', { name: 'Restore this version' }).click();
  await expect(history).toBeHidden();
  await expect(page.locator('.monaco-editor')).toContainText('new Map');
  await page.getByRole('button', { name: 'Bring back my code' }).click();
  await expect(page.locator('.monaco-editor')).toContainText('new Set');
});

test('two devices that differ show what differs, and what is not chosen stays in the history', async ({
  page,
  browser,
}) => {
  const email = freshEmail();
  await signUp(page, email, 'correct horse battery');
  await page.goto(dedupe.path);
  await write(page, '// from the desk\n');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  const second = await browser.newContext();
  const other = await second.newPage();
  await signIn(other, email, 'correct horse battery');
  await other.goto(dedupe.path);
  await write(other, '// from the sofa\n');
  await expect(other.getByText('Saved', { exact: true })).toBeVisible();
  await second.close();

  await write(page, '// from the desk, later\n');
  const choice = page.getByRole('dialog', { name: 'This file was changed somewhere else' });
  await expect(choice).toContainText('1 line added, 1 removed');
  await choice.getByRole('button', { name: 'Take the one from the server' }).click();
  await expect(page.locator('.monaco-editor')).toContainText('from the sofa');
  await page.getByRole('button', { name: 'History' }).click();
  const history = page.getByRole('dialog', { name: 'History of solution.ts' });
  await history
    .getByRole('button', { name: /When two versions differed/ })
    .first()
    .click();
  await expect(history).toContainText('from the desk, later');
});

test('panes are moved by keys and by hand, remembered for each layout, and put back', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(dedupe.path);
  const line = page.getByRole('separator', { name: 'Width of the task' });
  const share = () => line.getAttribute('aria-valuenow');
  await line.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(share).toBe('42');
  // With two columns the task has a width of its own.
  await page.setViewportSize({ width: 1000, height: 900 });
  await expect.poll(share).toBe('36');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(share).toBe('34');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.reload();
  await expect.poll(share).toBe('42');
  await line.dblclick();
  await expect.poll(share).toBe('30');
  await line.focus();
  await page.keyboard.press('End');
  await expect.poll(share).toBe('45');
  await page.keyboard.press('Enter');
  await expect.poll(share).toBe('30');
});

test('editor settings apply at once and stay, and the question mark lists the keys', async ({ page }) => {
  await page.goto(dedupe.path);
  await write(page, dedupe.right);
  await page.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'The editor' });
  await settings.getByText('20', { exact: true }).click();
  const size = () => page.locator('.monaco-editor .view-lines').evaluate((lines) => getComputedStyle(lines).fontSize);
  await expect.poll(size).toBe('20px');
  await page.keyboard.press('Escape');
  await page.reload();
  await page.mouse.move(20, 300);
  await expect.poll(size).toBe('20px');

  await page.getByRole('button', { name: 'Keys' }).focus();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByRole('row', { name: /Leave the editor/ })).toContainText('Escape then Tab');
});
