import { expect, test } from '@playwright/test';
import { axeFindsNothing } from './axe.ts';
import { freshEmail, signUp } from './workbench-page.ts';

const password = 'correct horse battery';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('an account is made, left and entered again, and errors stand beside what was typed', async ({ page }) => {
    const email = freshEmail();
    await page.goto('/account/sign-up?callbackUrl=/account');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill('too short');
    await page.getByRole('button', { name: 'Create the account' }).click();
    await expect(page.getByText('The password has 9 characters; it needs at least 15.')).toBeVisible();
    await expect(page.getByLabel('Email')).toHaveValue(email);
    await expect(page.getByLabel('Password')).toHaveValue('');
    await expect(page.getByLabel('Password')).toBeFocused();
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Create the account' }).click();
    await expect(page).toHaveURL(/\/account$/);
    await expect(page.getByText(email).first()).toBeVisible();

    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.goto('/account');
    await expect(page).toHaveURL(/sign-in/);
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('No account has this email address');
    await expect(page.getByLabel('Email')).toHaveValue(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page).toHaveURL(/\/account$/);
  });
});

test('the account is looked after: password, address, export, import, and an end to it', async ({ page }) => {
  const email = freshEmail();
  await signUp(page, email, password);
  await page.goto('/account');
  const called = page.getByRole('region', { name: 'Name' });
  const section = page.getByRole('region', { name: 'Password' });
  // It comes with the scripts; before them the form would be sent without.
  await expect(section.getByRole('button', { name: /^Show/ }).first()).toBeVisible();
  await called.getByLabel('Name').fill(' Ann ');
  await called.getByRole('button', { name: 'Save the name' }).click();
  await expect(called.getByRole('status')).toHaveText('Your name is Ann now.');
  await expect(called.getByLabel('Name')).toHaveValue('Ann');
  await expect(page.getByRole('link', { name: 'Account of Ann' })).toBeVisible();
  await called.getByLabel('Name').fill('');
  await called.getByRole('button', { name: 'Save the name' }).click();
  await expect(page.getByRole('link', { name: `Account of ${email}` })).toBeVisible();
  await section.getByLabel('Current password').fill('not it');
  await section.getByLabel('New password').fill('violet lamp over rivers');
  await section.getByRole('button', { name: 'Change the password' }).click();
  await expect(section.getByText('This is not your password.')).toBeVisible();
  await expect(section.getByLabel('Current password')).toBeFocused();
  await expect(section.getByLabel('New password')).toHaveValue('violet lamp over rivers');
  await section.getByLabel('Current password').fill(password);
  await section.getByRole('button', { name: 'Change the password' }).click();
  await expect(section.getByRole('status')).toContainText('Your new password is set.');

  const address = page.getByRole('region', { name: 'Email address' });
  const moved = freshEmail();
  await address.getByLabel('New email address').fill(moved);
  await address.getByLabel('Current password').fill('violet lamp over rivers');
  await address.getByRole('button', { name: 'Change the address' }).click();
  await expect(page.getByRole('link', { name: `Account of ${moved}` })).toBeVisible();

  await page.goto('/account/data');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the export' }).click();
  const file = await (await downloading).path();
  await page.getByLabel('File to import').setInputFiles(file);
  await page.getByRole('button', { name: 'Import the file' }).click();
  await expect(page.getByText('The file is in:')).toBeVisible();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByText('Tick this box')).toBeVisible();
  await page.getByLabel('Delete everything of mine, for good').check();
  await page.getByLabel('Current password').fill('violet lamp over rivers');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByRole('heading', { name: 'Everything is deleted' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
});

test('axe finds nothing on the pages of somebody who is signed in, in both themes', async ({ page }) => {
  await signUp(page, freshEmail(), password);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of ['/account', '/account/data']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await axeFindsNothing(page);
    }
  }
});
