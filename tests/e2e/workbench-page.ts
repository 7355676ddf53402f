import { expect, type Page } from '@playwright/test';

export const dedupe = {
  path: '/practice/dedupe-webhook-events',
  right: `export function dedupe(events) {
  const seen = new Set();
  return events.filter(({ id }) => !seen.has(id) && seen.add(id));
}
`,
  lastWins: `export function dedupe(events) {
  return [...new Map(events.map((event) => [event.id, event])).values()];
}
`,
};

export async function write(page: Page, source: string) {
  await focusEditor(page);
  await replaceAll(page, source);
}

/**
 * Replaces what is in the focused editor by pasting, since typing would close each bracket a second time. The event
 * carries the text itself: the clipboard of the machine is one for all browsers, and two tests at a time would swap
 * their code.
 */
export async function replaceAll(page: Page, source: string) {
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  }, source);
}

export async function focusEditor(page: Page) {
  // A sign of a person brings the editor, which otherwise waits for the page to be idle.
  await page.mouse.move(20, 300);
  await page.locator('.monaco-editor .view-line').first().click();
  await expect(page.locator('.monaco-editor.focused')).toBeVisible();
}

/** The heading that says how grading ended. */
export const verdict = (page: Page) => page.getByRole('region', { name: 'Result' }).getByRole('heading').first();

/** Signs up through the form; ends signed in. */
export async function signUp(page: Page, email: string, password: string) {
  await page.goto('/account/sign-up');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByRole('link', { name: `Account of ${email}` })).toBeVisible();
}

export async function signIn(page: Page, email: string, password: string) {
  await page.goto('/account/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('link', { name: `Account of ${email}` })).toBeVisible();
}

export const freshEmail = () => `learner-${crypto.randomUUID()}@example.com`;

/** Marks lines of a text under review. */
export async function mark(page: Page, from: number, to: number, defect: string) {
  const form = page.getByRole('form', { name: 'New mark' });
  await page
    .getByRole('option')
    .nth(from - 1)
    .click();
  await form.getByLabel('to line').fill(String(to));
  await form.getByLabel('What is wrong').selectOption({ label: defect });
  await form.getByRole('button', { name: 'Add the mark' }).click();
}
