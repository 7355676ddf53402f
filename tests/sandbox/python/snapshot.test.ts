import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { probeConfinement } from '#sandbox/layers';
import { ensureSnapshot, installPython, type PythonInstallation } from '#sandbox/python/installation';
import { createPythonRuntime } from '#sandbox/python/runtime';
import { spawnPython } from '#sandbox/python/spawn';

/** What there is on a machine where Python never ran. */
describe('without a snapshot', { timeout: 180_000 }, () => {
  let fresh: PythonInstallation;
  beforeEach(() => {
    const installed = installPython();
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'underpin-python-'));
    fs.chmodSync(folder, 0o755);
    fs.cpSync(installed.folder, folder, { recursive: true, filter: (name) => !name.includes('snapshot.bin') });
    fresh = {
      ...installed,
      folder,
      child: path.join(folder, 'child.js'),
      addon: path.join(folder, 'isolated-vm.node'),
    };
  });
  afterEach(() => fs.rmSync(fresh.folder, { recursive: true }));
  const signal = new AbortController().signal;
  const snapshots = () => fs.readdirSync(fresh.folder).filter((name) => name.startsWith('snapshot.bin'));

  test('two that want one at the same moment make one, which any user may read', async () => {
    await Promise.all([ensureSnapshot(fresh, signal), ensureSnapshot(fresh, signal)]);
    expect(snapshots()).toEqual(['snapshot.bin']);
    const { mode, mtimeMs } = fs.statSync(path.join(fresh.folder, 'snapshot.bin'));
    expect(mode & 0o777).toBe(0o644);
    await ensureSnapshot(fresh, signal);
    expect(fs.statSync(path.join(fresh.folder, 'snapshot.bin')).mtimeMs).toBe(mtimeMs);
  });

  test('a failure to make one is a line in the log, and children start from nothing', async () => {
    fs.writeFileSync(
      path.join(fresh.folder, 'make-snapshot.js'),
      `import fs from 'node:fs';
       fs.writeFileSync(process.argv[2] + '/snapshot.bin.' + process.pid, 'half');
       throw new Error('no space left');`,
    );
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await ensureSnapshot(fresh, signal);
    const [line] = stderr.mock.calls.map(([text]) => String(text)).filter((text) => text.includes('snapshot'));
    stderr.mockRestore();
    expect(JSON.parse(line ?? '')).toMatchObject({ level: 'error', event: 'python-snapshot-failed' });
    expect(line).toContain('no space left');
    expect(snapshots()).toEqual([]);

    const child = spawnPython(probeConfinement(), fresh);
    const ready = new Promise((resolve) => child.onEvent(({ type }) => resolve(type)));
    expect(await Promise.race([ready, child.ended])).toBe('ready');
    child.kill();
    await child.ended;
  });

  test('preparing starts no child', async () => {
    const runtime = createPythonRuntime({ children: 1 });
    await runtime.prepare();
    expect(fs.existsSync(path.join(installPython().folder, 'snapshot.bin'))).toBe(true);
    expect(runtime.status()).toEqual({ state: 'not started' });
    expect(runtime.pids()).toEqual([]);
    await runtime.dispose();
  });
});
