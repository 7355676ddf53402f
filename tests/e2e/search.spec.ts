import { expect, test } from '@playwright/test';
import { axeFindsNothing } from './axe.ts';

test('by keyboard alone: open the palette, find something misspelt, leave, come back, and go there', async ({
  page,
}) => {
  await page.goto('/learn/apis/http', { waitUntil: 'networkidle' });
  const before = page.getByRole('link', { name: 'Practice' }).first();
  await before.focus();

  await page.keyboard.press('/');
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  const words = palette.getByRole('combobox');
  await expect(words).toBeFocused();
  await page.keyboard.type('sql injecton');
  const first = palette.getByRole('option').first();
  await expect(first).toHaveText(/^SQL injection\s*Lesson/);
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await axeFindsNothing(page);

  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(before).toBeFocused();

  await page.keyboard.press('ControlOrMeta+k');
  await expect(words).toBeFocused();
  await page.keyboard.type('parser sees');
  await expect(first).toHaveText(/^What the parser sees/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/learn\/security\/sql-injection#what-the-parser-sees$/);
});

test('/ is typed where one types, and a theme is chosen from the palette', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/practice', { waitUntil: 'networkidle' });
  const field = page.getByRole('searchbox');
  await field.pressSequentially('a/b');
  await expect(field).toHaveValue('a/b');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page).toHaveURL(/q=a%2Fb/);

  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('dark');
  await expect(palette.getByRole('option').first()).toHaveText('Dark theme');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(field).toBeFocused();
});

test('the search page answers as one types, keeps the words in the address, and answers without scripts too', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('/search', { waitUntil: 'networkidle' });
  await page.getByRole('searchbox').pressSequentially('pasword hash');
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('password');
  await expect(page).toHaveURL(/\/search\?q=pasword\+hash$/);
  const found = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();

  const plain = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const without = await plain.newPage();
  await without.goto('/search');
  await without.getByRole('searchbox').fill('pasword hash');
  await without.getByRole('searchbox').press('Enter');
  await expect(without).toHaveURL(/\/search\?q=pasword\+hash$/);
  expect(await without.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()).toEqual(found);
  await plain.close();
});

test('the map by keyboard alone: switch to it, narrow it, walk between neighbours, open a lesson', async ({ page }) => {
  await page.goto('/learn', { waitUntil: 'networkidle' });
  await page.getByRole('radio', { name: 'List' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/view=map/);
  const map = page.getByRole('group', { name: 'Map of lessons' });
  const lesson = (name: RegExp) => map.getByRole('link', { name });

  await expect(map).toBeVisible();

  // The first track, then its first lesson, by the plain order of Tab.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(lesson(/^What backend engineers do, next, not started, Junior$/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(
    lesson(/^Reading a job description, not started, Junior, needs: What backend engineers do$/),
  ).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(lesson(/^The life of a request/)).toBeFocused();

  await page.getByRole('combobox', { name: 'Level' }).selectOption('mid');
  await expect(lesson(/^The life of a request/)).toBeHidden();
  await expect(page).toHaveURL(/view=map/);
  await page.reload();
  await expect(page.getByText(/^\d+ lessons of \d+$/)).toBeVisible();
  await lesson(/^Asynchronous programming/).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/learn\/server-side\/asynchronous-programming$/);
});
