import { expect, test, type Locator, type Page } from '@playwright/test';
import { dedupe, freshEmail, replaceAll, verdict } from './workbench-page.ts';

const password = 'correct horse battery staple';

test('the whole way by keyboard alone: sign up, read, fail, mend, pass, progress, sign out, and in again elsewhere', async ({
  page,
  browser,
}) => {
  const email = freshEmail();
  await page.goto('/');
  await press(page, page.getByRole('link', { name: 'Sign in' }).first());
  await expect(page).toHaveURL(/\/account\/sign-in/);
  await press(page, page.getByRole('main').getByRole('link', { name: 'Create one' }));
  await expect(page).toHaveURL(/\/account\/sign-up/);
  await type(page, page.getByLabel('Email'), email);
  await type(page, page.getByLabel('Password', { exact: true }), password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: `Account of ${email}` })).toBeVisible();

  await page.goto('/learn');
  await press(page, page.getByRole('main').getByRole('link', { name: 'What backend engineers do' }).first());
  await expect(page.getByRole('heading', { level: 1, name: 'What backend engineers do' })).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Mark as done' }));
  await expect(page.getByRole('button', { name: 'Mark as not done' })).toBeFocused();
  await press(page, page.getByRole('main').getByRole('link', { name: 'Drop repeated webhook events' }));
  await expect(page).toHaveURL(new RegExp(`${dedupe.path}$`));

  await writeInEditor(page, dedupe.lastWins);
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(verdict(page)).toContainText('not pass');
  await writeInEditor(page, dedupe.right);
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(verdict(page)).toContainText('Passed');

  // Tab writes in the editor; Escape, then Tab, is the way out.
  await writeInEditor(page, dedupe.right);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.locator('.monaco-editor.focused')).toHaveCount(0);
  await command(page, 'progress', /^Progress/);
  await expect(page).toHaveURL(/\/progress$/);
  await expect(page.getByRole('row', { name: /Drop repeated webhook events.*Passed/ })).toBeVisible();
  await command(page, 'sign out', /^Sign out/);
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();

  const elsewhere = await browser.newContext();
  const second = await elsewhere.newPage();
  await second.goto('/account/sign-in');
  await type(second, second.getByLabel('Email'), email);
  await type(second, second.getByLabel('Password', { exact: true }), password);
  await second.keyboard.press('Enter');
  await expect(second.getByRole('link', { name: `Account of ${email}` })).toBeVisible();
  await second.goto('/progress');
  await expect(second.getByRole('row', { name: /Drop repeated webhook events.*Passed/ })).toBeVisible();
  await elsewhere.close();
});

/** As many as the longest page has stops; a page that traps the focus ends here. */
const stopsMax = 150;

/** Goes on by Tab until the focus is where it is wanted. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let stop = 0; stop < stopsMax; stop++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${stopsMax} times Tab did not reach ${wanted.toString()}`);
}

async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Into the editor by Tab, from wherever the focus is; any key brings it when the page was still without. */
async function writeInEditor(page: Page, source: string): Promise<void> {
  await page.keyboard.press('Shift');
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
  const focused = page.locator('.monaco-editor.focused');
  for (let stop = 0; stop < stopsMax && (await focused.count()) === 0; stop++) await page.keyboard.press('Tab');
  await expect(focused).toBeVisible();
  await replaceAll(page, source);
}

async function command(page: Page, words: string, wanted: RegExp): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(palette.getByRole('option', { selected: true })).toHaveText(wanted);
  await page.keyboard.press('Enter');
}
