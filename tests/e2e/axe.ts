import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Axe finds nothing on the page as it is, in each of `themes` where some are named. */
export async function axeFindsNothing(page: Page, ...themes: ('light' | 'dark')[]): Promise<void> {
  if (themes.length === 0) return expectNoViolations(page, page.url());
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectNoViolations(page, `${page.url()} in the ${colorScheme} theme`);
  }
}

/** Nothing moves while axe looks: it would take a colour that is halfway between two for the one that is meant. */
async function expectNoViolations(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // What began before that would go on. Canceled, it shows what it leads to.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.cancel();
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found, where).toEqual([]);
}
