import { expect, test, type Page } from '@playwright/test';
import { axeFindsNothing } from './axe.ts';
import { freshEmail, signUp } from './workbench-page.ts';

type Deck = { active: number; cards: { item: string; memory: { reps: number; state: string; lapses: number } }[] };

const deckOf = async (page: Page) => (await (await page.request.get('/api/review/deck')).json()) as Deck;
const repsOf = async (page: Page) => (await deckOf(page)).cards.reduce((sum, { memory }) => sum + memory.reps, 0);
const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });

test.use({ serviceWorkers: 'allow' });

test('a theme is learned with keys alone, offline too, and in two tabs each showing counts once', async ({
  page,
  context,
}) => {
  await page.goto('/review/themes');
  const add = page.getByRole('button', { name: /^Add all.*Caching strategies/ });
  // Until the page knows who is here, the button does nothing.
  await expect(add).toHaveAttribute('aria-disabled', 'false');
  await add.click();
  await expect(page.getByRole('button', { name: /^Remove.*Caching strategies/ })).toBeVisible();
  const { active } = await deckOf(page);
  expect(active).toBeGreaterThan(5);

  await page.goto('/review');
  await expect(heading(page)).toContainText(`Card 1 of ${Math.min(active, 20)}`);
  const secondTab = await context.newPage();
  await secondTab.goto('/review');
  await expect(heading(secondTab)).toContainText('Card 1 of');

  // Keys alone: Space shows the answer, 1 to 4 rate.
  await heading(page).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { name: 'Answer', exact: true })).toBeFocused();
  await expect(page.getByRole('button', { name: /Again.*in 10 minutes/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Good.*in 4 hours/ })).toBeVisible();
  await axeFindsNothing(page);
  await page.getByRole('heading', { name: 'Answer', exact: true }).focus();
  await page.keyboard.press('1');
  await expect(page.getByRole('status').filter({ hasText: 'comes back in 10 minutes' })).toBeVisible();
  // It comes back within this session, so there is one card more.
  await expect(heading(page)).toContainText(`Card 2 of ${Math.min(active, 20) + 1}`);
  await expect(heading(page)).toBeFocused();
  await expect.poll(() => repsOf(page)).toBe(1);

  // The other tab shows the same card, and knows nothing of it.
  const answered = secondTab.waitForResponse((response) => response.url().endsWith('/api/review/ratings'));
  await secondTab.getByRole('button', { name: 'Show the answer' }).click();
  await secondTab.keyboard.press('4');
  expect((await answered).ok()).toBe(true);
  // It had said that it is easy, which would have been days.
  const first = (await deckOf(page)).cards.filter(({ memory }) => memory.reps > 0);
  expect(first).toMatchObject([{ memory: { reps: 1, state: 'learning' } }]);
  await secondTab.close();

  // Kept once somebody is here, with the cards.
  await page.mouse.move(50, 50);
  await expect.poll(() => page.evaluate(async () => (await caches.match('/review')) !== undefined)).toBe(true);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('These are the cards kept on this device')).toBeVisible();
  for (const key of ['3', '2']) {
    await page.getByRole('button', { name: 'Show the answer' }).click();
    await page.keyboard.press(key);
  }
  await expect(page.getByText('2 changes wait on this device')).toBeVisible();
  // What was rated is not asked again, although nobody has told the server.
  await page.reload();
  await expect(heading(page)).toContainText(`Card 1 of ${Math.min(active, 20) - 3}`);

  await context.setOffline(false);
  await expect(page.getByText(/wait on this device/)).toBeHidden();
  await expect.poll(() => repsOf(page)).toBe(3);
  const states = (await deckOf(page)).cards.map(({ memory }) => memory.state);
  expect(states.filter((state) => state === 'learning')).toHaveLength(3);

  const anki = await page.request.get('/api/review/anki?theme=caching-strategies');
  expect(await anki.text()).toMatch(/^#separator:Comma\n#html:true\n/);
});

test('the focus stays with the news, and another learner in a second tab has cards of their own', async ({
  page,
  context,
}) => {
  await page.goto('/interview/questions/a-bloom-filter-in-front-of-lookups');
  const button = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
  await expect(button('Add to review')).toHaveAttribute('aria-disabled', 'false');
  await button('Add to review').click();
  await button('Remove from review').click();
  await expect(button('Remove the card')).toBeFocused();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(button('Remove from review')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(button('Add to review')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button('Remove from review')).toBeVisible();

  await page.goto('/review');
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByRole('heading', { name: 'That was the last card' })).toBeFocused();
  await page.getByRole('button', { name: 'Look for more' }).click();
  await expect(page.getByRole('heading', { name: 'Card 1 of 1' })).toBeFocused();

  await context.clearCookies();
  const secondTab = await context.newPage();
  await signUp(secondTab, freshEmail(), 'correct horse battery');
  await expect(page.getByRole('heading', { name: 'Card 1 of 1' })).toBeHidden();
  await expect(page.getByRole('main').getByText('Nothing is due.', { exact: true })).toBeVisible();
});
