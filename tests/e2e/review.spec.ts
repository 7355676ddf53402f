import { createHash } from 'node:crypto';
import path from 'node:path';
import { expect, test, type BrowserContext } from '@playwright/test';
import Database from 'better-sqlite3';
import { axeFindsNothing } from './axe.ts';
import { dedupe, verdict, write } from './workbench-page.ts';

/** Moves the cards of a visitor back in time, so that they are as due as after so many days. */
const daysLater = (context: BrowserContext, days: number) =>
  changeCards(context, 'due_at = due_at - :ms, last_review_at = last_review_at - :ms', { ms: days * 86_400_000 });

async function changeCards(context: BrowserContext, change: string, values: object = {}) {
  const guest = (await context.cookies()).find(({ name }) => name === 'underpin_guest');
  const hash = createHash('sha256').update(guest!.value).digest('base64url');
  const db = new Database(path.join(process.env['UNDERPIN_E2E_DATA']!, 'underpin.db'));
  try {
    db.pragma('busy_timeout = 5000');
    const learner = '(select id from learners where guest_token_hash = :hash)';
    const changed = db
      .prepare(`update review_cards set ${change} where learner_id = ${learner}`)
      .run({ ...values, hash });
    expect(changed.changes).toBeGreaterThan(0);
  } finally {
    db.close();
  }
}

test('what was failed and missed is due later, and reviewing it sends it further off', async ({ page, context }) => {
  await page.goto(dedupe.path);
  await write(page, dedupe.lastWins);
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(verdict(page)).toContainText('not pass');
  await write(page, dedupe.right);
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(verdict(page)).toContainText('Passed');

  await page.goto('/learn/career/what-backend-engineers-do');
  const wrong = page.getByLabel('Each event arrives exactly once, because the provider keeps track.');
  await wrong.check();
  const stored = page.waitForResponse((response) => response.url().includes('/checks'));
  await page.getByRole('button', { name: 'Check the answer' }).first().click();
  expect((await stored).ok()).toBe(true);
  await page.goto('/review');
  await expect(page.getByText('2 cards are waiting.')).toBeVisible();

  await daysLater(context, 5);
  await page.goto('/');
  await page.getByRole('link', { name: '2 reviews due today' }).click();
  await expect(page.getByRole('heading', { name: 'Card 1 of 2' })).toBeVisible();

  // Keys alone: the question's right option by its number, Enter answers, Enter goes on.
  await page.goto('/review');
  if (await page.getByRole('button', { name: 'Not now' }).isVisible()) {
    await page.getByRole('button', { name: 'Not now' }).click();
  }
  const options = page.getByRole('main').getByRole('radio');
  await options.first().focus();
  const right = page.getByRole('main').getByRole('radio', { name: /perhaps several times/ });
  const place = (
    await options.evaluateAll((all) => all.map((one) => one.closest('label')?.textContent ?? ''))
  ).findIndex((text) => text.includes('perhaps several times'));
  // A key that comes before the page is awake does nothing, and the same one again does no harm.
  await expect(async () => {
    await page.keyboard.press(String(place + 1));
    await expect(right).toBeChecked({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Right.', { exact: true })).toBeVisible();
  // Before axe, which opens a page of its own and takes the window's focus.
  await expect(page.getByRole('button', { name: 'Next card' })).toBeFocused();
  await axeFindsNothing(page);

  await page.goto('/review');
  await page.getByRole('link', { name: 'Solve it again' }).click();
  await expect(page).toHaveURL(new RegExp(`${dedupe.path}$`));
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(verdict(page)).toContainText('Passed');
  await page.goto('/review');
  await expect(page.getByText('Nothing is due.')).toBeVisible();

  await page.goto('/progress/history');
  await page.getByRole('link', { name: 'Drop repeated webhook events' }).last().click();
  await expect(page.getByRole('heading', { name: /not pass/ })).toBeVisible();
  await expect(page.getByText('new Map(events.map', { exact: false })).toBeVisible();
  for (const address of [page.url(), '/progress', '/review/cards']) {
    await page.goto(address);
    await axeFindsNothing(page);
  }

  // The exercise leaves the material, and its card is removed. The focus stays on the page.
  await changeCards(context, "item_id = iif(kind = 'exercise', 'of-before', item_id)");
  await page.reload({ waitUntil: 'networkidle' });
  const gone = page.getByRole('region', { name: '1 card of what is no longer here' });
  await gone.getByRole('button', { name: /^Remove.*of-before/ }).click();
  await gone.getByRole('button', { name: /^Remove the card/ }).click();
  await expect(gone).toBeHidden();
  await expect(page.locator('#cards')).toBeFocused();
  await page.reload();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  await expect(gone).toBeHidden();
});

test('questions find a starting point, and a plan follows from it', async ({ page }) => {
  await page.goto('/placement');
  await page.getByRole('button', { name: 'Begin the questions' }).click();
  for (let number = 1; number <= 4; number += 1) {
    await expect(page.getByRole('heading', { name: `Question ${number} of at most fifteen` })).toBeVisible();
    await page.getByRole('button', { name: 'I do not know it' }).click();
  }
  await expect(page.getByRole('heading', { name: 'You start at the beginning' })).toBeVisible();
  await page.getByRole('link', { name: /Make a plan/ }).click();
  await page.getByLabel('Days from today').fill('3');
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await expect(page.getByText('It does not fit.')).toBeVisible();
  await page.getByLabel('Days from today').fill('200');
  await page.getByRole('button', { name: 'Plan again from today' }).click();
  await expect(page.getByText('It fits:')).toBeVisible();
});
