import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { build as bundle } from 'esbuild';
import { dedupe, focusEditor, verdict, write } from './workbench-page.ts';

const lesson = '/learn/career/what-backend-engineers-do';

test.describe('with the service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('lessons that were read can be read without a connection, others lead to the list of those', async ({
    page,
    context,
  }) => {
    await page.goto('/learn');
    await readUntilKept(page, '/learn');
    // By a link inside the site, where no document is loaded.
    await page.getByRole('link', { name: 'Practice' }).first().click();
    await expect(page).toHaveURL(/practice/);
    await readUntilKept(page, '/practice');
    await page.goto(lesson);
    await readUntilKept(page, lesson);
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    // What a search fetches stays here too.
    await page.goto('/search', { waitUntil: 'networkidle' });
    const words = page.getByRole('searchbox');
    const found = page.getByRole('main').getByRole('listitem').first();
    await words.pressSequentially('pasword hash');
    await expect(found).toContainText('password');
    await page.goto(lesson);

    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const fonts = await page.evaluate(async () => [...(await document.fonts.ready)].map(({ status }) => status));
    expect(fonts).toContain('loaded');
    expect(fonts).not.toContain('error');
    await expect(page.getByText(/^Offline\./)).toBeVisible();
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await expect(page.getByRole('button', { name: 'Mark as not done' })).toBeVisible();
    await expect(page.getByText('1 change waits on this device')).toBeVisible();

    // A link of the router falls back to loading the page, which is here.
    await page.getByRole('link', { name: 'Practice' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/practice/i);
    await page.goto('/learn/security/sql-injection');
    await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible();
    await page.goto('/search?q=sql+injecton');
    await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible();
    await expect(words).toHaveValue('sql injecton');
    await expect(found).toContainText('SQL injection');
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

    await context.setOffline(false);
    await expect(page.getByText(/waits on this device/)).toBeHidden();
    await expect(async () => {
      const me = (await (await page.request.get('/api/me')).json()) as { lessons: Record<string, { doneAt: string }> };
      expect(me.lessons['what-backend-engineers-do']?.doneAt).toBeTruthy();
    }).toPass();
  });
});

test('after a deploy what is read offline is of the new build to the last file, without having been visited again', async ({
  browser,
}) => {
  await using server = await twoBuilds();
  const context = await browser.newContext({ baseURL: server.origin, serviceWorkers: 'allow' });
  const page = await context.newPage();
  const build = () => page.evaluate(() => document.body.dataset.files);
  await page.goto('/learn/a/b');
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ type: 'keep', path: '/learn/a/b', assets: [] });
  });
  const kept = () => page.evaluate(async () => (await caches.match('/learn/a/b'))?.headers.get('x-underpin-build'));
  await expect.poll(kept).toBe('one');

  server.deploy('two');
  await page.goto('/practice');
  await expect(page.getByRole('heading')).toHaveText('/practice of two');
  await expect.poll(kept).toBe('two');
  await expect.poll(() => page.evaluate(() => caches.keys())).not.toContain('underpin-pages-one');
  await context.setOffline(true);
  await page.goto('/learn/a/b');
  await expect(page.getByRole('heading')).toHaveText('/learn/a/b of two');
  expect(await build()).toBe('two');
  await page.goto('/progress');
  await expect(page.getByRole('heading')).toHaveText('/offline of two');
  await context.close();
});

test('a submit without a connection is sent later from another page, counted once, and found in the workbench', async ({
  page,
  context,
}) => {
  await page.goto(dedupe.path);
  await write(page, dedupe.right);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  // The first run brings what a later submit needs.
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(verdict(page)).toContainText('All 4 visible tests pass');
  const databases = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  await expect.poll(databases).toContain('underpin');

  await context.setOffline(true);
  await page.getByRole('button', { name: /^Submit (Ctrl|⌘)/ }).click();
  await expect(page.getByRole('button', { name: 'Take it back' })).toBeVisible();
  await expect(page.getByText(/1 change waits on this device/)).toBeVisible();
  await page.close();

  await context.setOffline(false);
  const other = await context.newPage();
  await other.goto('/practice');
  await expect(other.getByText('Passed: all 9 tests pass')).toBeVisible();
  await other.getByRole('link', { name: 'Look at it' }).click();
  await expect(verdict(other)).toContainText('Passed: all 9 tests pass');
  const list = await other.request.get('/api/submissions?exercise=dedupe-webhook-events');
  expect(((await list.json()) as { submissions: unknown[] }).submissions).toHaveLength(1);
});

test('a deploy in between: the old page keeps what is typed, says that it is old, and a reload goes on', async ({
  page,
}) => {
  await page.goto(dedupe.path);
  await focusEditor(page);
  // As a newer server might answer: well, but in words that this page does not know.
  await page.route('**/api/drafts/**', (route) =>
    route.request().method() === 'PUT' ? route.fulfill({ json: { version: 2, stored: true } }) : route.continue(),
  );
  await write(page, '// typed on the old page');
  await expect(page.getByText(/This page is older than the server/)).toBeVisible();
  await page.unroute('**/api/drafts/**');
  await page.reload();
  await focusEditor(page);
  await expect(page.locator('.monaco-editor')).toContainText('typed on the old page');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});

/** Moves the mouse as a reader does, which is what has a page kept, and waits until it is. */
async function readUntilKept(page: Page, path: string) {
  await expect(async () => {
    await page.mouse.move(200, 200);
    await page.mouse.move(300, 300);
    const isKept = await page.evaluate(async (wanted) => (await caches.match(wanted)) !== undefined, path);
    expect(isKept).toBe(true);
  }).toPass();
}

/** A server with our worker and small pages, of build `one` until another is deployed; it has the files of that alone. */
async function twoBuilds() {
  const workers = new Map<string, string>();
  for (const id of ['one', 'two']) {
    const define = { UNDERPIN_BUILD: JSON.stringify(id), 'process.env.NEXT_PUBLIC_UNDERPIN_BUILD': JSON.stringify(id) };
    const entryPoints = ['app/offline/worker/worker.ts'];
    const { outputFiles } = await bundle({ entryPoints, bundle: true, write: false, format: 'iife', define });
    workers.set(id, outputFiles[0]?.text ?? '');
  }
  let deployed = 'one';
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const send = (type: string, body = '') => response.setHeader('content-type', type).end(body);
    if (pathname === '/sw.js') send('text/javascript', workers.get(deployed));
    else if (pathname === `/_next/static/${deployed}.js`) {
      send('text/javascript', `document.body.dataset.files = '${deployed}'`);
    } else if (pathname.startsWith('/_next/')) response.writeHead(404).end();
    else {
      response.setHeader('x-underpin-build', deployed);
      send(
        'text/html',
        `<body><h1>${pathname} of ${deployed}</h1><script src="/_next/static/${deployed}.js"></script>`,
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    deploy: (id: string) => (deployed = id),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
