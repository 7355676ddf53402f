import { expect, test } from '@playwright/test';
import { browserArguments, findBrowser } from '../../scripts/browser.mjs';
import { axeFindsNothing } from './axe.ts';

const executablePath = findBrowser();
test.use({
  launchOptions: {
    ...(executablePath ? { executablePath } : {}),
    args: [...browserArguments, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
});

test('a story is kept as it is typed, covers its themes, is rehearsed with a recording that stays here, and goes', async ({
  page,
}) => {
  await page.goto('/interview/stories');
  await expect(page.getByText('No story yet for any theme.')).toBeVisible();
  await page.getByRole('button', { name: 'New story' }).click();
  await page.getByLabel('Title').fill('The queue that filled up');
  await page.getByRole('checkbox', { name: 'Failure' }).check();
  await page.getByLabel('Situation').fill('Orders stopped for an hour because a queue was full.');
  await expect(page.getByText(/^10 words, about 5 s; 30 to 50 words/)).toBeVisible();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await axeFindsNothing(page, 'light', 'dark');

  // The last words are typed and the page is gone at once.
  await page.getByLabel('Result', { exact: true }).fill('It never happened again.');
  await page.reload();
  await expect(page.getByLabel('Result', { exact: true })).toHaveValue('It never happened again.');
  await page.getByRole('link', { name: 'All stories' }).click();
  await expect(page.getByRole('heading', { name: '1 story' })).toBeFocused();
  await expect(page.getByRole('row', { name: /^Failure 1 yes$/ })).toBeVisible();
  await expect(page.getByText(/^No story yet for .*conflict.* and ambiguity\.$/)).toBeVisible();
  await axeFindsNothing(page, 'light', 'dark');

  const sent: string[] = [];
  await page.getByRole('link', { name: 'The queue that filled up' }).first().click();
  await page.getByRole('link', { name: 'Rehearse it in two minutes' }).click();
  await expect(page.getByRole('heading', { name: 'The queue that filled up' })).toBeVisible();
  page.on('request', (request) => request.url().startsWith('blob:') || sent.push(request.url()));
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByText('Recording.', { exact: true })).toBeVisible();
  await expect(page.getByText('0:01', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Stop recording' }).click();
  const recording = page.getByLabel('Your recording');
  await expect(recording).toBeVisible();
  const plays = await recording.evaluate(
    (audio: HTMLAudioElement) =>
      new Promise<boolean>((resolve) => {
        audio.addEventListener('error', () => resolve(false));
        audio.addEventListener('canplay', () => resolve(true));
        audio.load();
      }),
  );
  expect(plays).toBe(true);
  await axeFindsNothing(page, 'light', 'dark');
  await page.getByRole('button', { name: 'Discard the recording' }).click();
  await expect(recording).toBeHidden();
  expect(sent).toEqual([]);

  await page.getByRole('link', { name: 'Back to the story' }).click();
  await page.getByRole('button', { name: 'Delete this story' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('The queue that filled up');
  await page.getByRole('button', { name: 'Delete this story' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByRole('heading', { name: 'The story is deleted' })).toBeFocused();
  await page.goto('/interview/stories');
  await expect(page.getByText('No story yet', { exact: true })).toBeVisible();
});
