import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { focusEditor, mark, verdict, write } from './workbench-page.ts';

type Part = { id: string; type: 'exercise' | 'question'; round: string; exerciseId?: string };
type Round = { kind: string; startedAtMs: number | null; pauses: { fromMs: number; toMs: number | null }[] };
type Row = { id: string; parts: Part[]; rounds: Round[]; answers: string };

const minuteMs = 60_000;
const names: Record<string, string> = {
  coding: 'Coding',
  sql: 'SQL',
  'api-design': 'API design',
  security: 'Security',
  'system-design': 'System design',
  behavioural: 'Behavioural',
};

/** The visitor's newest mock, as the server has it. With `agoMs` what has happened in it is moved back that far. */
async function stored(context: BrowserContext, agoMs = 0): Promise<Row> {
  const guest = (await context.cookies()).find(({ name }) => name === 'underpin_guest');
  const hash = createHash('sha256').update(guest!.value).digest('base64url');
  const db = new Database(path.join(process.env['UNDERPIN_E2E_DATA']!, 'underpin.db'));
  try {
    db.pragma('busy_timeout = 5000');
    const learner = '(select id from learners where guest_token_hash = ?)';
    const row = db
      .prepare(`select id, parts, rounds from mocks where learner_id = ${learner} order by started_at desc limit 1`)
      .get(hash) as { id: string; parts: string; rounds: string };
    const rounds = (JSON.parse(row.rounds) as Round[]).map((round) => ({
      ...round,
      startedAtMs: round.startedAtMs && round.startedAtMs - agoMs,
      pauses: round.pauses.map(({ fromMs, toMs }) => ({ fromMs: fromMs - agoMs, toMs: toMs && toMs - agoMs })),
    }));
    if (agoMs > 0) db.prepare('update mocks set rounds = ? where id = ?').run(JSON.stringify(rounds), row.id);
    const answers = db.prepare('select answer from mock_answers where mock_id = ?').all(row.id);
    return { id: row.id, parts: JSON.parse(row.parts) as Part[], rounds, answers: JSON.stringify(answers) };
  } finally {
    db.close();
  }
}

async function begin(page: Page, kind: string) {
  await page.goto('/interview/mocks?level=mid&seed=e2e-1');
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
  await page.getByRole('button', { name: /^Begin/ }).click();
  await expect(page.getByRole('timer')).toBeVisible();
}

type Secrets = {
  solution: Record<string, string>;
  answers: { kind: string; findings?: { defect: string; lines: { from: number; to: number }[] }[] } | null;
};

function secretsOf({ exerciseId }: Part): Secrets {
  const file = path.join(import.meta.dirname, `../../.content/secrets/${exerciseId}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

/** The reference solution of an exercise; the first file is the one that is open. */
function solutionOf(part: Part): string {
  const { exerciseId } = part;
  const { solution } = secretsOf(part);
  const source = solution['solution.ts'] ?? Object.values(solution)[0];
  if (source === undefined) throw new Error(`${exerciseId} has no solution`);
  return source;
}

/** Answers the first field of a question and waits until the server has it. */
async function answer(page: Page, text: string) {
  const field = page.getByRole('main').getByRole('textbox').first();
  const saved = page.waitForResponse((response) => response.url().includes('/answers/') && response.ok());
  await field.fill(text);
  await saved;
}

/** As when a connection comes back: the page asks the server how the mock stands. */
const look = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));

/** A tab that shows the same mock, and does not by itself ask the server again how it stands. */
async function secondTab(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const { setInterval } = window;
    const isPoll = (everyMs?: number) => everyMs !== undefined && everyMs >= 10_000;
    Object.assign(window, {
      setInterval: (call: TimerHandler, everyMs?: number) => (isPoll(everyMs) ? 0 : setInterval(call, everyMs)),
    });
  });
  // Once it asks for the clock it is awake.
  const awake = page.waitForResponse((response) => /\/api\/mocks\/[^/]+$/.test(response.url()));
  await page.goto(url);
  await awake;
  return page;
}

const firstField = (page: Page) => page.getByRole('main').getByRole('textbox').first();

test('coding: code outlives a reload and a lost connection, is graded quietly, the end of the time ends it, and it is deleted', async ({
  page,
  context,
}) => {
  await begin(page, 'Coding');
  // The focus is where the room begins; the way back shows what has begun, and leads into it again.
  const title = page.getByRole('heading', { level: 1, name: 'Coding' });
  await expect(title).toBeFocused();
  await page.goBack();
  await page.getByRole('link', { name: 'Go on with it' }).click();
  await expect(title).toBeFocused();
  const { parts } = await stored(context);
  await expect(page.getByText('Hint', { exact: false })).toHaveCount(0);

  // What does not pass is told by its first failure, however many tests there are.
  await write(page, '// nothing yet');
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(page.getByRole('region', { name: 'Result', exact: true })).toBeVisible();
  expect(await page.getByRole('list', { name: 'Tests' }).getByRole('listitem').count()).toBeLessThanOrEqual(1);

  await write(page, solutionOf(parts[0]!));
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.locator('.monaco-editor, textarea').first()).toBeAttached();
  await focusEditor(page);

  await context.setOffline(true);
  await expect(page.getByText('No connection.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(page.getByText('Waiting to be sent', { exact: false }).first()).toBeVisible();
  await context.setOffline(false);
  await expect(verdict(page)).toHaveText(/Passed: all tests pass/);
  await expect(page.getByRole('navigation', { name: 'Tasks of this round' })).toContainText('passed');

  await stored(context, 45 * minuteMs);
  await look(page);
  await expect(page.getByRole('heading', { level: 1, name: 'The time is over' })).toBeFocused();
  await page.getByRole('link', { name: 'Read the report' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Report: Coding' })).toBeFocused();

  await page.goto('/interview/mocks', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: /^Delete.*Coding, mid/ }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByText('None yet.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Past interviews' })).toBeFocused();
  await page.reload();
  await expect(page.getByText('None yet.')).toBeVisible();
});

for (const kind of ['sql', 'api-design', 'security'] as const) {
  test(`${kind}: a pause hides the task and stops the clock, also over a reload, and what is handed in is graded`, async ({
    page,
    context,
  }) => {
    await begin(page, names[kind]!);
    const { parts } = await stored(context);
    const built = parts.findIndex(({ type }) => type === 'exercise');
    if (built > 0) await answer(page, 'A resource for each order, paged by a cursor.');
    const tasks = page.getByRole('navigation', { name: 'Tasks of this round' }).getByRole('button');
    await expect(tasks).toHaveCount(parts.length);

    const second = kind === 'sql' ? await secondTab(context, page.url()) : null;

    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByRole('heading', { name: 'Paused' })).toBeVisible();
    await expect(tasks).toHaveCount(0);
    if (second) await expect(second.getByRole('heading', { name: 'Paused' })).toBeVisible();
    await second?.close();
    await stored(context, 120 * minuteMs);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Paused' })).toBeVisible();
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(tasks).toHaveCount(parts.length);
    if (built > 0) await expect(firstField(page)).toHaveValue(/A resource for each order/);

    await tasks.nth(built).click();
    const part = parts[built]!;
    // Security has reviews too, which are marked.
    const [finding] = secretsOf(part).answers?.findings ?? [];
    if (finding) await mark(page, finding.lines[0]!.from, finding.lines[0]!.to, finding.defect);
    else await write(page, solutionOf(part));
    await context.setOffline(true);
    await page.getByRole('button', { name: /^Submit/ }).click();
    await expect(page.getByText('Waiting to be sent', { exact: false }).first()).toBeVisible();
    await context.setOffline(false);
    // A lab has two files, of which one is written here: that it is graded is what counts.
    await expect(verdict(page)).toHaveText(kind === 'security' ? /pass|code/i : /Passed: all tests pass/);

    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByRole('button', { name: 'End it now' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'The interview is over' })).toBeFocused();
  });
}

for (const kind of ['system-design', 'behavioural'] as const) {
  test(`${kind}: words written without a connection arrive, and those of before the end are kept`, async ({
    page,
    context,
  }) => {
    await begin(page, names[kind]!);
    await answer(page, 'Written at the beginning.');
    // Once the page asks for the clock it is awake, and hears of the connection.
    const awake = page.waitForResponse((response) => /\/api\/mocks\/[^/]+$/.test(response.url()));
    await page.reload();
    await awake;
    await expect(firstField(page)).toHaveValue('Written at the beginning.');
    await context.setOffline(true);
    await firstField(page).fill('Written without a connection.');
    await expect(page.getByText('No connection.', { exact: false })).toBeVisible();
    const saved = page.waitForResponse((response) => response.url().includes('/answers/') && response.ok());
    await context.setOffline(false);
    await saved;

    await answer(page, 'Written at the end.');
    await stored(context, 50 * minuteMs);
    await look(page);
    await expect(page.getByRole('heading', { level: 1, name: 'The time is over' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Rate your answers' })).toBeVisible();
    expect((await stored(context)).answers).toContain('Written at the end.');
  });
}

test('a day: five rounds one after another with breaks, of which one runs out while nobody looks', async ({
  page,
  context,
}) => {
  await begin(page, 'Full loop');
  const { rounds, id } = await stored(context);
  for (const [index, { kind }] of rounds.entries()) {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`${names[kind]}Round ${index + 1} of 5`);
    await expect(page.getByRole('timer')).toBeVisible();
    if (kind === 'behavioural') await answer(page, 'My team had two views of one migration.');
    if (index === 1) {
      // Somewhere else, and back when the time of the round has long been over.
      await page.goto('/');
      await stored(context, 60 * minuteMs);
      await page.goto(`/interview/mocks/${id}`);
    } else {
      await page.getByRole('button', { name: 'End round' }).click();
      await page.getByRole('button', { name: 'End it now' }).click();
    }
    if (index === rounds.length - 1) break;
    await expect(page.getByRole('heading', { name: 'Break' })).toBeVisible();
    await page.getByRole('button', { name: /^Begin/ }).click();
  }
  await expect(page.getByRole('heading', { level: 1, name: 'The time is over' })).toBeVisible();
  await page.goto('/interview/mocks');
  await expect(page.getByRole('main')).toContainText('Full loop, mid');
});
