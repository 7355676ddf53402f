import { expect, test } from '@playwright/test';
import { axeFindsNothing } from './axe.ts';

const paths = [
  '/',
  '/learn',
  '/learn?view=map',
  '/learn/career/what-backend-engineers-do',
  '/learn/security/sql-injection',
  '/practice',
  '/practice/dedupe-webhook-events',
  '/practice/dedupe-webhook-events/plain',
  '/progress',
  '/search?q=password',
  '/progress/readiness',
  '/progress/history',
  '/progress/plan',
  '/placement',
  '/review',
  '/review/cards',
  '/review/themes',
  '/interview',
  '/interview/questions',
  '/interview/questions/design-news-feed',
  '/interview/themes/security-concepts',
  '/interview/mocks',
  '/interview/stories',
  '/interview/stories/rehearse',
  '/interview/posting',
  '/account/sign-in',
  '/account/sign-up',
  '/account/forgot',
  '/account/reset',
  '/account/email',
  '/account/data',
  '/nowhere',
];

for (const theme of ['light', 'dark'] as const) {
  for (const path of paths) {
    test(`axe finds nothing on ${path} in the ${theme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(path, { waitUntil: 'networkidle' });
      await axeFindsNothing(page);
    });
  }
}

test('no page scrolls sideways on a 360 pixel wide screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of paths) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
  }
});
