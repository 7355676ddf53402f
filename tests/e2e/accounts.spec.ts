import { expect, test } from '@playwright/test';
import { dedupe, freshEmail, signIn, signUp, verdict, write } from './workbench-page.ts';

const password = 'correct horse battery';

test('what a guest did moves into the account, and comes back on another device', async ({ page, browser }) => {
  const email = freshEmail();
  await page.goto(dedupe.path);
  await write(page, dedupe.right);
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(verdict(page)).toContainText('Passed');
  await signUp(page, email, password);
  await page.goto('/progress');
  await expect(page.getByText('Drop repeated webhook events').first()).toBeVisible();

  const other = await browser.newContext();
  const second = await other.newPage();
  await signIn(second, email, password);
  await second.goto(dedupe.path);
  await expect(second.getByText(/You passed this on/)).toBeVisible();
  await other.close();
});

test('a guest’s progress joins that of an account at sign-in', async ({ page, context }) => {
  const email = freshEmail();
  await signUp(page, email, password);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  expect((await context.cookies()).map(({ name }) => name).join()).not.toContain('session-token');

  await page.goto(dedupe.path);
  await write(page, dedupe.right);
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(verdict(page)).toContainText('Passed');
  await signIn(page, email, password);
  await page.goto(dedupe.path);
  await expect(page.getByText(/You passed this on/)).toBeVisible();
});

test('ending a session puts that device out at once', async ({ page, browser }) => {
  const email = freshEmail();
  await signUp(page, email, password);
  const other = await browser.newContext();
  const second = await other.newPage();
  await signIn(second, email, password);

  await page.goto('/account');
  await page.getByRole('button', { name: /End the session/ }).click();
  await expect(page.getByText(/has ended/)).toBeVisible();
  const me: unknown = await (await second.request.get('/api/me')).json();
  expect(me).toMatchObject({ learner: { kind: 'none' } });
  await second.goto('/account');
  await expect(second).toHaveURL(/sign-in/);
  await other.close();
});

test('a wrong password says so, keeps the address, and guessing is slowed down', async ({ page }) => {
  const email = freshEmail();
  await page.goto('/account/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    /No account has this email address and password/,
  );
  await expect(page.getByLabel('Email')).toHaveValue(email);
  for (let attempt = 0; attempt < 12; attempt++) {
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  }
  await expect(page.getByRole('main').getByRole('alert')).toContainText(/too many|wait|minute/i);
});

test('signing in with an OpenID Connect provider makes an account', async ({ page }) => {
  await page.goto('/account/sign-in');
  await page.getByRole('button', { name: /Company sign-in/ }).click();
  await expect(page.getByRole('link', { name: 'Account of Grace' })).toBeVisible();
  await page.goto('/account');
  await expect(page.getByText('grace@example.com')).toBeVisible();
});
