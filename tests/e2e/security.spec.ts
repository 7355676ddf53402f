import { expect, test } from '@playwright/test';
import { dedupe, focusEditor } from './workbench-page.ts';

const submission = { exercise: 'dedupe-webhook-events', files: { 'solution.ts': dedupe.right }, mode: 'submit' };

test('no page breaks its content security policy', async ({ page }) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) violations.push(`${page.url()}: ${message.text()}`);
  });
  for (const path of [
    '/',
    '/learn',
    '/learn/security/sql-injection',
    '/practice',
    '/progress',
    '/account/sign-in',
    '/nowhere',
  ]) {
    await page.goto(path, { waitUntil: 'networkidle' });
  }
  await page.goto(dedupe.path);
  await focusEditor(page);
  await page.keyboard.type('const a = "x".');
  expect(violations).toEqual([]);
});

test('every page forbids inline scripts that are not ours, framing and type guessing', async ({ request }) => {
  for (const path of ['/', '/learn', dedupe.path, '/progress', '/nowhere']) {
    const headers = (await request.get(path)).headers();
    const policy = headers['content-security-policy'] ?? '';
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    expect(scripts, path).toMatch(/'(nonce|sha256)-/);
    expect(scripts, path).not.toMatch(/unsafe-inline|unsafe-eval/);
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options'], path).toBe('nosniff');
  }
});

for (const [what, options, status] of [
  ['an unknown exercise', { data: { ...submission, exercise: 'no-such-exercise' } }, 404],
  ['a mode that does not exist', { data: { ...submission, mode: 'cheat' } }, 400],
  ['a file name that leaves the folder', { data: { ...submission, files: { '../x.ts': '' } } }, 400],
  ['a body that is not JSON', { data: '{"exercise":', headers: { 'content-type': 'application/json' } }, 400],
  ['a source of 65 KB', { data: { ...submission, files: { 'solution.ts': 'x'.repeat(65 * 1024) } } }, 413],
  ['a body of 2 MB', { data: { ...submission, files: { 'solution.ts': 'x'.repeat(2 * 1024 * 1024) } } }, 413],
  ['a request from another site', { data: submission, headers: { 'sec-fetch-site': 'cross-site' } }, 403],
] as const) {
  test(`${what} is refused with a problem that says what to do`, async ({ request }) => {
    const response = await request.post('/api/submissions', {
      ...options,
      headers: { 'sec-fetch-site': 'same-origin', ...('headers' in options ? options.headers : {}) },
    });
    expect(response.status()).toBe(status);
    expect(response.headers()['content-type']).toContain('application/problem+json');
    const problem = (await response.json()) as { title: string; detail: string; code: string };
    expect(problem.code).toMatch(/^[a-z-]+$/);
    expect(problem.detail.length).toBeGreaterThan(20);
  });
}

test('a wrong method and an unknown address of the API are problems too', async ({ request }) => {
  const wrongMethod = await request.get('/api/runs');
  expect(wrongMethod.status()).toBe(405);
  expect(wrongMethod.headers()['content-type']).toContain('application/problem+json');
  const unknown = await request.get('/api/nothing/here');
  expect(unknown.status()).toBe(404);
  expect(unknown.headers()['content-type']).toContain('application/problem+json');
});
