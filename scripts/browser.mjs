// Finds a Chromium for the end-to-end tests, and installs one where there is none. Prints its path.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What every launch needs: root cannot use Chromium's own sandbox, and no test may depend on hosts outside. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export function findBrowser() {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...systemBrowsers].find(
    (file) => file && existsSync(file),
  );
}

/** Tries Debian's package when it may, then Playwright's own download. Returns the path, or undefined. */
export function installBrowser() {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const wait = ['-o', 'DPkg::Lock::Timeout=300'];
    run('apt-get', ['update', '-qq', ...wait]);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wait, 'chromium']);
    if (findBrowser()) return findBrowser();
  }
  run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']);
  return findBrowser();
}

function run(command, commandArguments) {
  // Output goes to standard error: standard output is the path alone.
  spawnSync(command, commandArguments, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

if (import.meta.main) {
  const browser = findBrowser() ?? installBrowser();
  if (!browser) {
    console.error(
      'underpin: no Chromium found and none could be installed; install one, or set CHROMIUM_PATH to its program.',
    );
    process.exit(1);
  }
  console.log(browser);
}
