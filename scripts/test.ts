import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { findBrowser, installBrowser } from './browser.mjs';
import { buildIsFresh } from './build-stamp.mjs';

// Everything that has to hold, in the order in which it fails fastest. The first failure ends it.
const root = path.join(import.meta.dirname, '..');
const reports = path.join(root, '.cache/test-reports');
process.chdir(root);
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const node = process.execPath;
const bin = (name: string) => path.join('node_modules', name);
const unitReport = path.join(reports, 'unit.json');
const browserReport = path.join(reports, 'browser.json');

step('browser', () => {
  if (!findBrowser() && !installBrowser()) {
    stop('no Chromium found and none could be installed; install one, or set CHROMIUM_PATH to its program.');
  }
});
step('content', () => run(node, 'scripts/build-content.ts'));
step('types', () => {
  run(node, bin('next/dist/bin/next'), 'typegen');
  run(node, bin('typescript/bin/tsc'), '--noEmit');
  run(node, bin('typescript/bin/tsc'), '--noEmit', '--project', 'content');
});
step('lint', () => {
  run(node, bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0');
  run(node, bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.');
});
step('content check', () => run(node, 'scripts/check-content.ts'));
step('unit and integration tests', () =>
  run(
    node,
    bin('vitest/vitest.mjs'),
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ),
);
step('production build', () => {
  if (!buildIsFresh(root)) run(node, 'scripts/build.ts');
});
step('end-to-end tests', () =>
  run(node, bin('@playwright/test/cli.js'), 'test', '--config', 'tests/e2e/playwright.config.ts'),
);

const unit = z
  .object({ numPassedTests: z.int(), numFailedTests: z.int(), numPendingTests: z.int() })
  .parse(JSON.parse(readFileSync(unitReport, 'utf8')));
const browser = z
  .object({ stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }) })
  .parse(JSON.parse(readFileSync(browserReport, 'utf8'))).stats;
console.log(
  `\n${unit.numPassedTests + browser.expected} passed, ${unit.numFailedTests + browser.unexpected + browser.flaky} failed, ` +
    `${unit.numPendingTests + browser.skipped} skipped`,
);

function step(title: string, work: () => void) {
  const began = performance.now();
  console.log(`\nunderpin: ${title}`);
  work();
  console.log(`underpin: ${title}, done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

function run(...[command, ...commandArguments]: [string, ...string[]]) {
  const result = spawnSync(command, commandArguments, {
    stdio: 'inherit',
    env: { ...process.env, UNDERPIN_BROWSER_REPORT: browserReport },
  });
  if (result.status !== 0)
    stop(`\`${[path.basename(command), ...commandArguments].join(' ')}\` failed; its first error is above.`);
}

function stop(text: string): never {
  console.error(`\nunderpin: ${text}`);
  process.exit(1);
}
