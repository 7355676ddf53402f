import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { dedupe, focusEditor, freshEmail, signIn, signUp, verdict, write } from './workbench-page.ts';

test('a wrong solution fails with expected and actual, a right one passes and shows the reference', async ({
  page,
}) => {
  await page.goto(dedupe.path);
  await write(page, dedupe.lastWins);
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(verdict(page)).toContainText('1 of 4 visible tests does not pass');
  const failure = page.getByRole('listitem').filter({ hasText: 'keeps the first event of each id' });
  await expect(failure).toContainText('payment.pending');
  await expect(failure).toContainText('payment.succeeded');

  await write(page, dedupe.right);
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(verdict(page)).toContainText('Passed: all 9 tests pass');
  await expect(page.getByText('Reference solution, solution.ts')).toBeVisible();
});

test('a hidden test shows itself once it has failed', async ({ page }) => {
  await page.goto(dedupe.path);
  await write(
    page,
    'export function dedupe(events) { const seen = {}; return events.filter(({ id }) => !seen[id] && (seen[id] = true)); }',
  );
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(verdict(page)).toContainText('1 of 9 tests does not pass');
  const failure = page.getByRole('listitem').filter({ hasText: 'names that every object has' });
  await expect(failure).toContainText('hidden test');
  // The focus is where the news is.
  await expect(failure.locator('summary').first()).toBeFocused();
  await expect(failure).toContainText('constructor');
});

test('a syntax error names the line in the learner’s file', async ({ page }) => {
  await page.goto(dedupe.path);
  await write(page, 'export function dedupe(events) {\n  return events.filter(;\n}\n');
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(verdict(page)).toContainText('does not parse');
  await page.getByRole('button', { name: /line 2/i }).click();
  await expect(page.locator('.monaco-editor.focused')).toBeVisible();
  await page.keyboard.type('here');
  await expect(page.locator('.monaco-editor .view-line').nth(1)).toContainText('here');
});

test('an endless loop ends with the limit, and the next run works', async ({ page }) => {
  await page.goto(dedupe.path);
  await write(page, 'export function dedupe(events) { for (;;) {} }');
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(page.getByText(/took too long|500 ms/i).first()).toBeVisible();
  await write(page, dedupe.right);
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(verdict(page)).toContainText('All 4 visible tests pass');
});

test('a query is judged on hidden data sets, and shows the rows that came beside those expected', async ({ page }) => {
  await page.goto('/practice/books-without-isbn');
  await write(page, 'select id, title from books where isbn is null and false');
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(verdict(page)).toContainText('visible test');
  await expect(page.getByRole('table').filter({ hasText: /title/ }).first()).toBeVisible();
  await write(page, 'select id, titel from books');
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(page.getByText(/column "titel" does not exist/).first()).toBeVisible();
});

test('code survives a reload and comes along to a second device', async ({ page, browser }) => {
  const email = freshEmail();
  await signUp(page, email, 'correct horse battery');
  await page.goto(dedupe.path);
  await write(page, '// my half-finished thought');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await focusEditor(page);
  await expect(page.locator('.monaco-editor')).toContainText('half-finished');

  const second = await browser.newContext();
  const phone = await second.newPage();
  await signIn(phone, email, 'correct horse battery');
  await phone.goto(dedupe.path);
  await focusEditor(phone);
  await expect(phone.locator('.monaco-editor')).toContainText('half-finished');
  await second.close();
});

test('keys alone reach the editor, run, submit, and leave the editor again', async ({ page }) => {
  await page.goto(dedupe.path);
  await write(page, dedupe.right);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(verdict(page)).toContainText('All 4 visible tests pass');
  await focusEditor(page);
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(verdict(page)).toContainText('Passed: all 9 tests pass');
});

test('hints come one at a time', async ({ page }) => {
  await page.goto(dedupe.path);
  await page.getByRole('button', { name: 'Show hint 1 of 3' }).click();
  await expect(page.getByRole('heading', { name: 'Hint 1 of 3' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Hint 2 of 3' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Show hint 2 of 3' }).click();
  await expect(page.getByRole('heading', { name: 'Hint 2 of 3' })).toBeVisible();
});

test('reset asks first and can be undone', async ({ page }) => {
  await page.goto(dedupe.path);
  await write(page, dedupe.right);
  await page.getByRole('button', { name: 'Reset' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Keep my code' }).click();
  await expect(page.locator('.monaco-editor')).toContainText('new Set');
  await page.getByRole('button', { name: 'Reset' }).click();
  await dialog.getByRole('button', { name: 'Reset' }).click();
  await expect(page.locator('.monaco-editor')).toContainText('return events;');
  await page.getByRole('button', { name: 'Bring back my code' }).click();
  await expect(page.locator('.monaco-editor')).toContainText('new Set');
});

test('the second step of a project begins with the code that passed the first, and Reset goes back to it', async ({
  page,
}) => {
  const folder = 'content/tracks/projects/task-api-project/01-tasks';
  const source = `// my own first step\n${readFileSync(`${folder}/solution.ts`, 'utf8')}`;
  await page.goto('/learn/projects/task-api-project');
  const handed = await page.request.post('/api/submissions', {
    data: { exercise: 'task-api-tasks', mode: 'submit', files: { 'solution.ts': source } },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(await handed.text()).toContain('"status":"passed"');
  await page.goto('/practice/task-api-sign-in');
  await focusEditor(page);
  await expect(page.locator('.monaco-editor')).toContainText('my own first step');
  await write(page, '// the second step');
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
  await expect(page.locator('.monaco-editor')).toContainText('my own first step');
});

test.describe('on a touch device', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('the plain editor runs the same tests', async ({ page }) => {
    await page.goto(dedupe.path);
    await page.getByRole('tab', { name: /solution|code|editor/i }).click();
    const editor = page.getByRole('textbox', { name: 'solution.ts' });
    await editor.fill(dedupe.right);
    await page.getByRole('button', { name: /^Run/ }).click();
    await expect(verdict(page)).toContainText('All 4 visible tests pass');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
