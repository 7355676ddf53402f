import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const port = 3229;
export const benchContent = path.join(import.meta.dirname, 'content');

/**
 * Runs `work` against a production server on loopback with an empty data folder, and ends that server. `pid` is its first
 * process. Its sandbox knows the exercises that only the benchmark has.
 */
export async function withServer<Result>(work: (origin: string, pid: number) => Promise<Result>): Promise<Result> {
  const origin = `http://127.0.0.1:${port}`;
  const data = mkdtempSync(path.join(tmpdir(), 'underpin-bench-'));
  const server = spawn(process.execPath, ['scripts/start.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CONTENT_DIRS: benchContent, PORT: String(port), UNDERPIN_DATA: data, BASE_URL: origin },
  });
  try {
    await ready(`${origin}/api/ready`);
    return await work(origin, server.pid ?? 0);
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

async function ready(address: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${address} was not ready within 60 s; is the production build there? (npm run build)`);
}
