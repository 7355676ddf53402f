import { expect, test } from '@playwright/test';

const lesson = '/learn/career/what-backend-engineers-do';

test('on a phone the menu opens, leads on and closes by keyboard alone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  const button = page.getByRole('button', { name: 'Menu' });
  const link = page.getByRole('banner').getByRole('link', { name: 'Practice' });
  await button.focus();
  await expect(link).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(link).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(link).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/practice$/);
  await expect(link).toBeHidden();
});

test('a lesson prints in the colours of paper, with addresses and without answers, whatever the theme', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(lesson);
  await page.getByLabel('Each event arrives, sooner or later, perhaps several times.').check();
  await page.getByRole('button', { name: 'Check the answer' }).first().click();
  const why = page.getByText('Handling it once is your part of the contract.');
  await expect(why).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(why).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByText(`Underpin · The role and the path · ${lesson}`)).toBeVisible();
  const seen = await page.evaluate(() => {
    const code = document.querySelector('.shiki span[class]:not(.line)')!;
    const link = document.querySelector('article a[href^="http"]')!;
    return {
      ink: getComputedStyle(document.documentElement).color,
      code: getComputedStyle(code).color,
      lightCode: getComputedStyle(code).getPropertyValue('--shiki-light').trim(),
      address: getComputedStyle(link, '::after').content,
      href: link.getAttribute('href')!,
    };
  });
  expect(seen.ink).toBe('rgb(27, 31, 36)');
  expect(seen.code).toBe(rgbOf(seen.lightCode));
  expect(seen.address).toContain(seen.href);
});

test('links elsewhere get a card, and a device gets icons', async ({ page, request }) => {
  for (const path of ['/', '/learn/career', lesson, '/practice/dedupe-webhook-events']) {
    await page.goto(path);
    const card = await page.locator('meta[property="og:image"]').getAttribute('content');
    const { pathname, search } = new URL(card!);
    const response = await request.get(pathname + search);
    expect(response.headers()['content-type'], path).toBe('image/png');
  }
  const manifest = (await (await request.get('/manifest.webmanifest')).json()) as { icons: { src: string }[] };
  expect(manifest.icons.length).toBeGreaterThan(0);
  for (const { src } of [...manifest.icons, { src: '/favicon.ico' }]) {
    expect((await request.get(src)).headers()['content-type'], src).toMatch(/^image\//);
  }
});

function rgbOf(hex: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${channels.join(', ')})`;
}
