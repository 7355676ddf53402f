import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { ExercisePage, TrackSummary } from '#content/compiled';
import type { PlanNode, TestResult } from '#lib/verdict';
import { axeFindsNothing } from './axe.ts';
import { verdict, write } from './workbench-page.ts';

test.describe('an exercise in two languages', () => {
  const python = () =>
    exerciseWith(({ languages }) => languages.includes('python') && languages.includes('typescript'));

  test('keeps the code of each language, and opens in the one that was chosen last', async ({ page }) => {
    await page.goto(python().path);
    await write(page, '// the one in TypeScript\n');
    await page.getByRole('radio', { name: 'Python' }).check({ force: true });
    await expect(page.getByRole('heading', { name: 'solution.py' })).toBeVisible();
    await write(page, '# the one in Python\n');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Python' }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('.monaco-editor')).toContainText('the one in TypeScript');

    await page.getByRole('radio', { name: 'Python' }).check({ force: true });
    await page.reload();
    await page.mouse.move(20, 300);
    await expect(page.getByRole('radio', { name: 'Python' })).toBeChecked();
    await expect(page.locator('.monaco-editor')).toContainText('the one in Python');
  });

  test('hands in the file of the language in the editor, and says later which one the results are of', async ({
    page,
  }) => {
    await answerWith(page, { name: 'adds', status: 'passed' });
    await page.goto(python().path);
    await page.getByRole('radio', { name: 'Python' }).check({ force: true });
    const sent = page.waitForRequest('**/api/submissions');
    await page.getByRole('button', { name: /^Run/ }).click();
    expect(Object.keys(((await sent).postDataJSON() as { files: object }).files)).toEqual(['solution.py']);
    await expect(verdict(page)).toContainText('The one visible test passes');
    await expect(page.getByText('These results are of')).toHaveCount(0);
    await page.getByRole('radio', { name: 'TypeScript' }).check({ force: true });
    await expect(page.getByText('These results are of solution.py.')).toBeVisible();
    await axeFindsNothing(page);
  });

  test('grades Python, and says what is missing as Python names it', async ({ page }) => {
    await page.goto(python().path);
    await page.getByRole('radio', { name: 'Python' }).check({ force: true });
    await write(page, 'def something_else():\n    return 1\n');
    await page.getByRole('button', { name: /^Run/ }).click();
    const told = page.getByText(/solution\.py does not define .* It defines `?something_else/).first();
    await expect(told).toBeVisible({ timeout: 100_000 });
  });

  test.describe('on a touch device', () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

    test('indents Python by four spaces', async ({ page }) => {
      await page.goto(python().path);
      await page.getByRole('tab', { name: 'Code' }).click();
      await page.getByRole('radio', { name: 'Python' }).check({ force: true });
      const editor = page.getByRole('textbox', { name: 'solution.py' });
      await editor.fill('def f():');
      await editor.press('End');
      await editor.press('Enter');
      await editor.pressSequentially('pass');
      await expect(editor).toHaveValue('def f():\n    pass');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
  });
});

test.describe('a service', () => {
  const service = () => exerciseWith(({ kind }) => kind === 'http');
  const counter = `import { Hono } from 'hono';
export const app = new Hono();
let count = 0;
app.post('/count', async (c) => {
  const { by } = await c.req.json();
  count += by;
  console.log('counted to', count);
  return c.json({ count }, 201);
});
app.get('/count', (c) => c.json({ count }));
`;

  test('answers requests of the learner’s own, one after another, and all of them again', async ({ page }) => {
    await page.goto(service().path);
    await write(page, counter);
    await page.getByRole('tab', { name: 'Requests' }).click();
    const form = page.getByRole('form', { name: 'Request to your service' });
    await form.getByLabel('Method').selectOption('POST');
    await form.getByLabel('Path and query').fill('/count');
    const body = form.getByRole('textbox', { name: /^Body/ });
    await body.fill('{"by": }');
    await expect(form.getByText(/^Not JSON/)).toBeVisible();
    await body.fill('{"by": 3}');
    await expect(form.getByText(/^Not JSON/)).toHaveCount(0);
    await body.press('ControlOrMeta+Enter');
    const sent = page.getByRole('region', { name: 'Sent' }).getByRole('listitem');
    await expect(sent.filter({ hasText: 'POST /count' }).first()).toContainText('"count": 3');
    await expect(page.getByText('counted to 3')).toBeVisible();
    await axeFindsNothing(page);

    await form.getByLabel('Method').selectOption('GET');
    await form.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByText('GET /count').first()).toBeVisible();
    await expect(page.getByRole('group', { name: 'Body of the answer' }).first()).toContainText('"count": 3');

    await write(page, counter.replace('let count = 0', 'let count = 40'));
    await page.getByRole('button', { name: 'Replay all' }).click();
    await expect(page.getByRole('group', { name: 'Body of the answer' }).first()).toContainText('"count": 43');

    await page.reload();
    await page.getByRole('tab', { name: 'Requests' }).click();
    await expect(page.getByText('POST /count').first()).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Tests' })).toHaveAttribute('aria-selected', 'false');
  });

  test('whose code does not parse says so in the console, with the way to the line', async ({ page }) => {
    await page.goto(service().path);
    await write(page, "import { Hono } from 'hono';\nexport const app = new Hono(;\n");
    await page.getByRole('tab', { name: 'Requests' }).click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'does not parse' })).toBeVisible();
    await page.getByRole('button', { name: /Go to solution\.ts, line 2/ }).click();
    await expect(page.locator('.monaco-editor.focused')).toBeVisible();
  });
});

test.describe('a lab', () => {
  const id = 'read-the-download-key';
  const folder = path.join(
    import.meta.dirname,
    '../../content/tracks/security/path-traversal-and-uploads/read-the-download-key',
  );
  const source = (name: string) => readFileSync(path.join(folder, name), 'utf8');

  test('is passed with an exploit and a patch in two files, which are handed in together', async ({ page }) => {
    await page.goto(`/practice/${id}`);
    await expect(page.getByRole('tab', { name: 'exploit.ts' })).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('button', { name: /^Run/ }).click();
    await expect(page.getByText('did not get the key that signs download links').first()).toBeVisible();

    await write(page, source('exploits/a-dots-that-survive.ts'));
    await page.getByRole('button', { name: /^Run/ }).click();
    const report = page.getByRole('region', { name: 'Result' });
    await expect(report.getByText('Your own exploit still gets').first()).toBeVisible();
    await expect(page.getByText('GET /downloads?file=', { exact: false }).first()).toBeVisible();
    await axeFindsNothing(page);

    await page.getByRole('tab', { name: 'service.ts' }).click();
    await write(page, source('solution.ts'));
    const sent = page.waitForRequest('**/api/submissions');
    await page.getByRole('button', { name: /^Submit/ }).click();
    const { files } = (await sent).postDataJSON() as { files: Record<string, string> };
    expect(files).toEqual({
      'exploit.ts': source('exploits/a-dots-that-survive.ts'),
      'service.ts': source('solution.ts'),
    });
    await expect(verdict(page)).toContainText(/pass/i);
    await expect(page.getByRole('heading', { name: 'What the service is for' })).toBeVisible();
    await axeFindsNothing(page);
  });

  test('lets the learner send requests to the service in the editor', async ({ page }) => {
    await page.goto(`/practice/${id}`);
    await page.mouse.move(20, 300);
    await page.getByRole('tab', { name: 'Requests' }).click();
    const form = page.getByRole('form', { name: 'Request to your service' });
    await form.getByLabel('Path and query').fill('/downloads?file=....//config/download.key');
    await form.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('group', { name: 'Body of the answer' }).first()).toContainText(/[0-9a-f]{16}/);
  });
});

test('a verdict with a plan shows it as a tree, with a mark where the planner was wrong', async ({ page }) => {
  const step = { details: [], rowsPlanned: 5, rowsActual: 5, loops: 1, buffers: 12, children: [] };
  const scan: PlanNode = { ...step, node: 'Seq Scan', relation: 'orders', rowsPlanned: 4, rowsActual: 4000 };
  await answerWith(page, {
    name: 'reads few blocks',
    status: 'failed',
    plan: { ...step, node: 'Limit', children: [scan] },
  });
  await page.goto('/practice/win-back-mail');
  await page.getByRole('button', { name: /^Run/ }).click();
  const plan = page.getByRole('region', { name: 'Plan of the query' });
  await expect(plan.getByRole('listitem').filter({ hasText: 'Limit' })).toContainText('Seq Scan on orders');
  await expect(plan.getByText('1 000 times more than planned')).toBeVisible();
  await axeFindsNothing(page);
});

test('the database of an exercise is shown as tables and as a diagram', async ({ page }) => {
  await page.goto('/practice/win-back-mail');
  const database = page.getByRole('region', { name: 'Database' });
  await expect(database.getByText('Some rows of customers')).toBeVisible();
  await database.getByRole('radio', { name: 'Diagram' }).check({ force: true });
  const diagram = database.getByRole('img', { name: /orders\.customer_id.* to customers\.id/ });
  await expect(diagram).toBeVisible();
  await axeFindsNothing(page);
  await expect(database.getByText('Some rows of customers')).toHaveCount(0);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

/** The first exercise of the built content that fits; a run against content without one is a fault, not a pass. */
function exerciseWith(fits: (page: ExercisePage) => boolean): ExercisePage {
  const folder = path.join(import.meta.dirname, '../../.content');
  const read = <Value>(name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Value;
  const ids = read<TrackSummary[]>('index.json').flatMap((track) =>
    track.lessons.flatMap((lesson) => lesson.exercises.map(({ id }) => id)),
  );
  const found = ids.map((id) => read<ExercisePage>(`exercises/${id}.json`)).find(fits);
  if (!found) throw new Error('No exercise of the built content fits what this test is about.');
  return found;
}

/** Every run ends with this one test, so that what the page makes of it does not hang on an exercise. */
async function answerWith(page: Page, given: Partial<TestResult> & { status: 'passed' | 'failed' }) {
  const result = { hidden: false, durationMs: 1, did: [], ...given };
  const end = { version: 1, status: given.status, tests: [result], durationMs: 1 };
  const events = [
    { type: 'started', testCount: 1 },
    { type: 'test', index: 0, result },
    { type: 'verdict', verdict: end },
  ];
  await page.route('**/api/submissions', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''),
    }),
  );
}
