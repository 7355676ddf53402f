import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { readExercise } from '../../content/read-exercise.ts';
import { drawQuestions } from '../../content/quiz-draw.ts';
import { quizDrawSchema } from '../../lib/answers.ts';
import { axeFindsNothing } from './axe.ts';
import { mark } from './workbench-page.ts';

// Several passes of axe over long pages take a busy machine more than the minute that a test has elsewhere.
test.describe.configure({ timeout: 180_000 });

const tracks = path.join(import.meta.dirname, '../../content/tracks');
const paths = {
  review: '/practice/review-order-search',
  quiz: '/practice/quiz-joins-and-nulls',
  write: '/practice/write-incident-note',
};

const result = (page: Page) => page.getByRole('region', { name: 'Result' }).getByRole('heading').first();
const saved = (page: Page) => page.getByText('Saved', { exact: true });

const majors: [number, number, string][] = [
  [38, 38, 'Data of the request becomes part of the SQL text'],
  [54, 56, 'Data of the request becomes part of the SQL text'],
  [25, 25, 'The caller chooses whose records are read'],
  [27, 28, 'One request can ask for any number of rows'],
  [44, 44, 'Internals of the database are told to the caller'],
];

test('a review is marked, fails with what was found and what was not, and passes once all is found', async ({
  page,
}) => {
  await page.goto(paths.review);
  await mark(page, ...majors[0]!);
  await mark(page, 12, 12, 'Somebody who is not signed in gets an answer');
  await page.getByRole('button', { name: 'Submit the review' }).click();
  await expect(result(page)).toContainText('Not passed: 1 of 7 findings');
  const findings = page.getByRole('list', { name: 'Findings' });
  await expect(findings).toContainText('an expression fits there as well as a column');
  await expect(findings).toContainText('stands above all routes of this file');
  await expect(findings).toContainText('One major finding is still open');
  await expect(findings).not.toContainText('wins over the shop of the session');

  for (const [from, to, defect] of majors.slice(1)) await mark(page, from, to, defect);
  await page.getByRole('button', { name: 'Remove mark 1, line 12' }).click();
  await page.getByRole('button', { name: 'Submit the review' }).click();
  await expect(result(page)).toContainText('Passed: 5 of 7 findings');
  await expect(findings).toContainText('Wildcards in the search term keep their meaning');
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('Reading order matters in a review');
});

test('lines are chosen and marked with keys alone, and survive a reload', async ({ page }) => {
  await page.goto(paths.review);
  await page.getByRole('listbox').focus();
  for (let line = 0; line < 54; line++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('Mark lines 54 to 56')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('What is wrong')).toBeFocused();
  await page.keyboard.press('d');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ids from the body');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const marks = page.getByRole('region', { name: 'Your marks' });
  await expect(marks).toContainText('ids from the body');
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(marks).toContainText('Lines 54 to 56');
  await expect(marks).toContainText('Data of the request becomes part of the SQL text');
});

test('the findings can be had before a pass, at a price that is said first', async ({ page }) => {
  await page.goto(paths.review);
  await page.getByRole('button', { name: 'Show me the findings' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('counts half');
  await dialog.getByRole('button', { name: 'Show me the findings' }).click();
  await expect(page.getByRole('list', { name: 'Findings' })).toContainText('wins over the shop of the session');
});

test('a quiz asks eight questions, explains every option, and asks others at the next attempt', async ({ page }) => {
  const { answers } = readExercise(path.join(tracks, 'databases/joins/quiz-joins-and-nulls'));
  if (answers?.kind !== 'quiz') throw new Error('The exercise is no quiz any more.');
  const draws = page.waitForResponse('**/questions');
  await page.goto(paths.quiz);
  await page.getByRole('button', { name: 'Begin' }).click();
  const { draw } = (await (await draws).json()) as { draw: unknown };
  const asked = drawQuestions(answers.questions, answers.draw, quizDrawSchema.parse(draw));
  const fieldsets = page.getByRole('group', { name: /^Question/ });
  await expect(fieldsets).toHaveCount(8);

  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByText('Not answered yet: questions 1, 2, 3, 4, 5, 6, 7, 8.')).toBeVisible();

  // All right but the first two, of which every option is wrong that was chosen.
  for (const [index, { question, order }] of asked.entries()) {
    for (const [place, option] of order.entries()) {
      const right = question.options[option]!.right;
      const wanted = index < 2 ? !right && place === order.findIndex((at) => !question.options[at]!.right) : right;
      if (wanted) await fieldsets.nth(index).locator('input').nth(place).check();
    }
  }
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(fieldsets.locator('input:checked').first()).toBeVisible();
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(result(page)).toContainText('Not passed: 6 of 8 right');
  await expect(page.getByText('Not right, and your choice')).toHaveCount(2);
  const { explanation } = asked[0]!.question.options.find(({ right }) => right)!;
  const [plain] = explanation.split(/`[^`]+`/).sort((a, b) => b.length - a.length);
  await expect(page.getByText(plain!.trim().slice(0, 30)).first()).toBeVisible();

  // The result is stored, so it outlives the page.
  await page.reload();
  await expect(result(page)).toContainText('Not passed: 6 of 8 right');
  await expect(page.getByText('Not right, and your choice')).toHaveCount(2);

  await page.getByRole('button', { name: 'Other questions' }).click();
  await expect(fieldsets).toHaveCount(8);
  await expect(fieldsets.locator('input:checked')).toHaveCount(0);
});

test('somebody new begins, submits and keeps looking at their result', async ({ page }) => {
  await page.goto(paths.quiz);
  await page.getByRole('button', { name: 'Begin' }).click();
  const fieldsets = page.getByRole('group', { name: /^Question/ });
  await expect(fieldsets).toHaveCount(8);
  for (const fieldset of await fieldsets.all()) await fieldset.locator('input').first().check();
  const progress = page.waitForResponse('**/api/me');
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(result(page)).toContainText('of 8 right');
  await progress;
  await expect(page.getByRole('button', { name: 'Other questions' })).toBeVisible();
  await expect(result(page)).toContainText('of 8 right');
});

test('a text is kept, compared with the model answer and scored by its writer', async ({ page }) => {
  await page.goto(paths.write);
  await page.getByRole('button', { name: 'Compare with the model answer' }).click();
  await expect(page.getByText('Nothing is written yet under')).toContainText('Summary, Impact, Causes, What we change');
  for (const label of ['Summary', 'Impact', 'Causes', 'What we change']) {
    await page.getByRole('textbox', { name: label }).fill(`My own words about the ${label}.`);
  }
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Causes' })).toHaveValue('My own words about the Causes.');
  await page.getByRole('button', { name: 'Compare with the model answer' }).click();
  await expect(page.getByText('customers could not place orders')).toBeVisible();

  const criteria = page.getByRole('form', { name: 'Score your text' }).getByRole('group');
  await expect(criteria).toHaveCount(5);
  for (const criterion of await criteria.all()) await criterion.getByRole('radio').nth(1).check();
  await page.getByRole('button', { name: 'Keep my score: 5 of 10' }).click();
  await expect(page.getByText(/Self-assessed on .*: 5 of 10/)).toBeVisible();

  await page.reload();
  await expect(page.getByText(/Self-assessed on .*: 5 of 10/)).toBeVisible();
  await page.goto('/progress');
  await expect(page.getByRole('row', { name: /Write the note after an incident/ })).toContainText('5 of 10');
});

test('a text that is compared the moment it is written belongs to the same guest as what follows', async ({ page }) => {
  await page.goto(paths.write);
  for (const label of ['Summary', 'Impact', 'Causes', 'What we change']) {
    await page.getByRole('textbox', { name: label }).fill(`Quick words about the ${label}.`);
  }
  await page.getByRole('button', { name: 'Compare with the model answer' }).click();
  await expect(page.getByText('customers could not place orders')).toBeVisible();
  await page.reload();
  await expect(page.getByText('customers could not place orders')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Impact' })).toHaveValue('Quick words about the Impact.');
});

/** As far as each kind shows most: results, or the model answer and the rubric. */
const bringToItsEnd = {
  async review(page: Page) {
    await mark(page, ...majors[0]!);
    await mark(page, 12, 12, 'Somebody who is not signed in gets an answer');
    await page.getByRole('button', { name: 'Submit the review' }).click();
    await expect(result(page)).toBeVisible();
  },
  async quiz(page: Page) {
    await page.getByRole('button', { name: 'Begin' }).click();
    const fieldsets = page.getByRole('group', { name: /^Question/ });
    await expect(fieldsets).toHaveCount(8);
    await axeFindsNothing(page);
    for (const fieldset of await fieldsets.all()) await fieldset.locator('input').first().check();
    await page.getByRole('button', { name: 'Submit' }).click();
    await expect(result(page)).toBeVisible();
  },
  async write(page: Page) {
    for (const label of ['Summary', 'Impact', 'Causes', 'What we change']) {
      await page.getByRole('textbox', { name: label }).fill('A few words.');
    }
    await page.getByRole('button', { name: 'Compare with the model answer' }).click();
    await expect(page.getByRole('form', { name: 'Score your text' })).toBeVisible();
  },
};

for (const theme of ['light', 'dark'] as const) {
  for (const [kind, at] of Object.entries(paths)) {
    test(`axe finds nothing on a ${kind} in the ${theme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(at, { waitUntil: 'networkidle' });
      await axeFindsNothing(page);
      await bringToItsEnd[kind as keyof typeof paths](page);
      await axeFindsNothing(page);
    });
  }
}

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('a line is marked with a finger, and nothing scrolls sideways', async ({ page }) => {
    await page.goto(paths.review);
    await page.getByRole('option').nth(24).tap();
    const form = page.getByRole('form', { name: 'New mark' });
    await expect(form.getByText('Mark line 25')).toBeInViewport();
    await form.getByLabel('What is wrong').selectOption({ label: 'The caller chooses whose records are read' });
    await form.getByRole('button', { name: 'Add the mark' }).tap();
    await expect(page.getByRole('region', { name: 'Your marks' })).toContainText('Line 25');
    for (const at of Object.values(paths)) {
      await page.goto(at);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), at).toBeLessThanOrEqual(360);
    }
  });
});
