import { expect, test, type Page } from '@playwright/test';
import { axeFindsNothing } from './axe.ts';

/** A mock whose first task is answered in writing, with a diagram. */
async function beginDesign(page: Page) {
  await page.goto('/interview/mocks?level=mid&seed=e2e-2');
  await page.getByRole('radio', { name: /^System design/ }).check();
  await page.getByRole('button', { name: /^Begin/ }).click();
  await expect(page.getByRole('textbox', { name: 'Requirements' })).toBeVisible();
}

test('a diagram is drawn as it is typed, what is wrong is said with its line, and a hostile label stays text', async ({
  page,
}) => {
  const refused: string[] = [];
  page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()));
  await beginDesign(page);
  const diagram = page.getByRole('textbox', { name: 'Diagram' });
  const picture = page.getByRole('img', { name: 'Drawn from the text beside it' });
  await page.getByRole('button', { name: 'Begin with an example' }).click();
  await expect(picture).toContainText('Database');

  // The last good picture stays beside what cannot be drawn.
  await diagram.fill('flowchart LR\n  client --> api\n  style api fill:#f00');
  await expect(page.getByText(/^Line 3 is not drawn: .*colours of its own/)).toBeVisible();
  await expect(picture).toContainText('Database');

  await diagram.fill('flowchart LR\n  a["<img src=x onerror=alert(1)>"] --> b[End]');
  await expect(picture).toContainText('<img src=x onerror=alert(1)>');
  await expect(page.getByRole('group', { name: /^Picture of the diagram/ }).locator('img')).toHaveCount(0);
  expect(refused).toEqual([]);
});

test('an answer is rated beside the model answer, a rating outlives a reload, and the report keeps it apart', async ({
  page,
}) => {
  await beginDesign(page);
  const saved = page.waitForResponse((response) => response.url().includes('/answers/') && response.ok());
  await page.getByRole('textbox', { name: 'Requirements' }).fill('Who does what with it.');
  await saved;
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('button', { name: 'End it now' }).click();
  await page.getByRole('link', { name: 'Rate your answers' }).click();
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Rate your answer' })).toBeVisible();
  await expect(page.getByText('Who does what with it.')).toBeVisible();

  const form = page.getByRole('form', { name: 'Rate your answer' });
  const points = form.getByRole('group').filter({ has: page.getByRole('radio') });
  await points.first().getByRole('radio', { name: 'Partly' }).check();
  await page.getByRole('button', { name: 'Save my rating' }).click();
  await expect(page.getByText('Mark every point; point 2 is still open.')).toBeVisible();
  await page.reload();
  await expect(points.first().getByRole('radio', { name: 'Partly' })).toBeChecked();
  for (let index = 1; index < (await points.count()); index++) {
    await points.nth(index).getByRole('radio', { name: 'Missed' }).check();
  }
  await page.getByRole('button', { name: 'Save my rating' }).click();
  await expect(page.getByText(/^Saved\. By your marks: \d/)).toBeVisible();
  await axeFindsNothing(page);

  await page.getByRole('link', { name: 'Report' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report: System design');
  await expect(page.getByRole('region', { name: 'What you rated yourself' })).toContainText('1 partly');
  await expect(page.getByRole('region', { name: 'What to do next' }).getByRole('link')).not.toHaveCount(0);
  await axeFindsNothing(page);
});
