import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPool, type Pool } from '#sandbox/pool';
import { kernelLayerActive } from '#sandbox/layers';
import { environmentOf, innermost, isRunning, limitsOf, statusOf, tree, until } from './processes.ts';

const isRoot = process.getuid?.() === 0;

describe.runIf(process.platform === 'linux')('a child', { timeout: 90_000 }, () => {
  let pool: Pool;
  let wrapper: number;
  let pid: number;
  beforeAll(async () => {
    pool = createPool({ children: 1 });
    const { child, release } = await pool.lease(AbortSignal.timeout(60_000));
    wrapper = child.pid;
    pid = innermost(wrapper);
    release();
  });
  afterAll(() => pool.dispose());

  test('has the limits that the kernel keeps', () => {
    const limits = limitsOf(pid);
    expect(limits).toMatch(/Max address space\s+8192000000\s+8192000000/);
    expect(limits).toMatch(/Max core file size\s+0\s+0/);
    expect(limits).toMatch(/Max file size\s+0\s+0/);
    expect(limits).toMatch(/Max open files\s+64\s+64/);
  });

  test('has an environment without anything of ours', () => {
    expect(environmentOf(pid)).toEqual(['TZ=UTC']);
    expect(fs.readlinkSync(`/proc/${pid}/cwd`)).toBe('/');
  });

  test.runIf(isRoot)('is nobody, with no way to more rights', () => {
    const status = statusOf(pid);
    expect(status).toMatch(/Uid:\s+65534\s+65534\s+65534\s+65534/);
    expect(status).toMatch(/Gid:\s+65534\s+65534\s+65534\s+65534/);
    expect(status).toMatch(/CapEff:\s+0+\n/);
    expect(status).toMatch(/CapBnd:\s+0+\n/);
    expect(status).toMatch(/NoNewPrivs:\s+1/);
  });

  test('has a network and process ids of its own where the machine allows it', () => {
    const { layers } = pool.status();
    for (const kind of ['net', 'ipc', 'pid']) {
      const differs = fs.readlinkSync(`/proc/${pid}/ns/${kind}`) !== fs.readlinkSync(`/proc/self/ns/${kind}`);
      expect(differs).toBe(layers.namespaces);
    }
    expect(kernelLayerActive(layers)).toBe(layers.namespaces || isRoot);
  });

  test('reads files of its own folder alone', () => {
    const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    expect(command).toContain('--permission');
    expect(command.filter((part) => part.startsWith('--allow-'))).toEqual([
      '--allow-addons',
      expect.stringMatching(/^--allow-fs-read=.*underpin-child-[0-9a-f]{16}\/\*$/),
    ]);
  });

  test('a child that ends is replaced, wrappers and all', async () => {
    const before = tree(wrapper);
    process.kill(pid, 'SIGKILL');
    await until(() => !before.some(isRunning) && pool.status().ended === 1);
    const { child, release } = await pool.lease(AbortSignal.timeout(60_000));
    expect(child.pid).not.toBe(wrapper);
    release();
  });
});
