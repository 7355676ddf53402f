import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from '../../scripts/browser.mjs';

// The production build, on a data folder of its own, with a sign-in server beside it. Ports are unusual ones, so that a
// running development server is not in the way. The folder is handed on by the environment: this file is read once in
// each worker too.
const port = 3219;
const oidcPort = 3218;
const data = (process.env.UNDERPIN_E2E_DATA ??= mkdtempSync(path.join(tmpdir(), 'underpin-e2e-')));
const executablePath = findBrowser();
const report = process.env.UNDERPIN_BROWSER_REPORT;

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as [string, { outputFile: string }]] : [])],
  use: {
    baseURL: `http://localhost:${port}`,
    // A page out of a cache would hide what the server sends; tests of reading offline allow it.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: browserArguments },
  },
  webServer: [
    {
      command: `node tests/e2e/oidc-server.ts ${oidcPort}`,
      cwd: '../..',
      url: `http://localhost:${oidcPort}/.well-known/openid-configuration`,
    },
    {
      command: 'node scripts/start.ts',
      cwd: '../..',
      url: `http://localhost:${port}/api/health`,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
      env: {
        PORT: String(port),
        HOST: 'localhost',
        BASE_URL: `http://localhost:${port}`,
        UNDERPIN_DATA: data,
        AUTH_OIDC_ISSUER: `http://localhost:${oidcPort}`,
        AUTH_OIDC_ID: 'underpin',
        AUTH_OIDC_SECRET: 'secret-of-the-test-server',
        AUTH_OIDC_NAME: 'Company sign-in',
      },
    },
  ],
});
