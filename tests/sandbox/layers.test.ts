import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { findCgroups } from '#sandbox/cgroup';
import { install } from '#sandbox/installation';
import {
  kernelLayerActive,
  layerNames,
  probeConfinement,
  refusalOf,
  wallsForServer,
  type Confinement,
} from '#sandbox/layers';
import { spawnWalled } from '#sandbox/walled';

const isRoot = process.getuid?.() === 0;
const runs = (command: string, ...rest: string[]): boolean =>
  spawnSync(command, rest, { stdio: 'ignore' }).status === 0;

/** What a process that has left V8 behind finds inside the walls: the same node, with no permission model around it. */
async function look<Found>(confinement: Confinement, code: string): Promise<Found> {
  const { node, folder } = install();
  const script = `const fs = require('node:fs'), os = require('node:os');
    const fails = (work) => { try { work(); return false; } catch { return true; } };
    const found = (() => { ${code} })();
    fs.writeSync(3, JSON.stringify(found) + '\\n');`;
  let said = '';
  const child = spawnWalled({
    command: [node, '-e', script],
    confinement,
    walls: { readable: [folder, node] },
    memoryMb: 512,
    onLine: (line) => {
      said = line;
      return true;
    },
  });
  const { detail } = await child.ended;
  if (said === '') throw new Error(`It said nothing: ${detail}`);
  return JSON.parse(said) as Found;
}

const left = path.join(os.tmpdir(), `left-by-a-child-${process.pid}`);
const everything = `return {
  networks: Object.keys(os.networkInterfaces()),
  processes: fs.readdirSync('/proc').filter((name) => /^\\d+$/.test(name)).length,
  passwords: fs.existsSync('/etc/passwd'),
  cannotWrite: fails(() => fs.writeFileSync('${left}', 'x')),
  cannotSignal: fails(() => process.kill(${process.pid}, 0)),
  user: process.getuid(),
  environment: Object.keys(process.env),
}`;
type Found = {
  networks: string[];
  processes: number;
  passwords: boolean;
  cannotWrite: boolean;
  cannotSignal: boolean;
  user: number;
  environment: string[];
};

describe.runIf(process.platform === 'linux')(
  'the walls around a child that has escaped V8',
  { timeout: 60_000 },
  () => {
    const configurations = {
      'all that this machine has': probeConfinement(),
      'without bubblewrap': probeConfinement({ bubblewrap: false }),
      'the weakest': probeConfinement({ namespaces: false, bubblewrap: false, cgroups: false }),
    };
    for (const [name, confinement] of Object.entries(configurations)) {
      test(`${name}: are what the probe says they are`, async () => {
        const { layers } = confinement;
        const found = await look<Found>(confinement, everything);
        expect(found.environment).toEqual(['TZ']);
        expect(found.cannotWrite).toBe(true);
        // Where the machine's own /tmp is seen, a name can be left behind and not one byte.
        expect(fs.statSync(left, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
        if (layers.fileView) expect(fs.existsSync(left)).toBe(false);
        fs.rmSync(left, { force: true });
        expect(found.user).toBe(isRoot ? 65534 : process.getuid?.());
        expect(layers.otherUser).toBe(isRoot);
        if (layers.namespaces) expect(found.networks.filter((one) => one !== 'lo')).toEqual([]);
        expect(found.cannotSignal).toBe(layers.otherUser || layers.namespaces);
        // Outside there are the test runner and its parents at the least; inside, the wrappers and this one.
        if (layers.ownProc) expect(found.processes).toBeLessThanOrEqual(4);
        expect(found.passwords).toBe(!layers.fileView && fs.existsSync('/etc/passwd'));
        expect(layerNames(layers).length).toBeGreaterThanOrEqual(2);
      });
    }

    test('a process that has ended is not signalled again: its number may be somebody else’s', async () => {
      const ended = spawnWalled({
        ...{ command: ['/bin/true'], confinement: configurations['the weakest'], memoryMb: 512 },
        ...{ walls: { readable: [] }, onLine: () => true },
      });
      await ended.ended;
      const signals = vi.spyOn(process, 'kill');
      ended.kill();
      expect(signals).not.toHaveBeenCalled();
      signals.mockRestore();
    });

    test('a layer is on exactly where a harmless command says that the machine has it', () => {
      const asRoot = runs('unshare', '--net', '--ipc', '--pid', '--fork', 'true');
      const asUser = runs('unshare', '--user', '--map-current-user', '--net', '--ipc', '--pid', '--fork', 'true');
      expect(configurations['without bubblewrap'].layers.namespaces).toBe(asRoot || asUser);
      const bubblewrap = runs(
        'bwrap',
        '--ro-bind',
        '/',
        '/',
        '--unshare-net',
        '--unshare-pid',
        '--proc',
        '/proc',
        'true',
      );
      expect(configurations['all that this machine has'].layers.fileView).toBe(bubblewrap);
    });

    test('the weakest are no kernel layer, unless the user is another one', () => {
      const { layers } = configurations['the weakest'];
      expect(layers).toMatchObject({ namespaces: false, ownProc: false, fileView: false, cgroup: [] });
      expect(kernelLayerActive(layers)).toBe(isRoot);
    });

    test('a sandbox that others reach does not start without one, says how to get one, and takes no for an answer', () => {
      const none = { otherUser: false, namespaces: false };
      expect(refusalOf(none, false)).toMatch(/root.*user namespaces.*ALLOW_WEAK_SANDBOX=1/);
      expect(refusalOf(none, true)).toBeNull();
      for (const one of [
        { ...none, otherUser: true },
        { ...none, namespaces: true },
      ])
        expect(refusalOf(one, false)).toBeNull();
    });

    test('a server of ours has no network where namespaces can be made, and no way to more rights', async () => {
      const walls = wallsForServer({ memoryMb: 512, processes: 16 });
      const [program = '', ...rest] = walls.wrap([
        '/bin/sh',
        '-c',
        'readlink /proc/$$/ns/net; grep NoNewPrivs /proc/$$/status',
      ]);
      const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'ignore'] });
      let said = '';
      child.stdout.on('data', (text: Buffer) => (said += text.toString()));
      await new Promise((resolve) => child.once('close', resolve));
      walls.release();
      const separate = walls.names.some((name) => name.startsWith('namespaces: network'));
      expect(said.includes(fs.readlinkSync('/proc/self/ns/net'))).toBe(!separate);
      if (walls.names.includes('no new privileges')) expect(said).toMatch(/NoNewPrivs:\s+1/);
    });
  },
);

/** A file system that looks like cgroups v2 with these controllers; the kernel's part, moving processes, is not played. */
function pretendCgroups(given: { own: string; controllers: string; inside: number[]; self?: string }) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'cgroups-'));
  const folder = path.join(root, given.own);
  fs.mkdirSync(folder, { recursive: true });
  for (let place = folder; place.startsWith(root); place = path.dirname(place)) {
    const isOwn = place === folder;
    fs.writeFileSync(path.join(place, 'cgroup.controllers'), isOwn || place === root ? given.controllers : '');
    fs.writeFileSync(path.join(place, 'cgroup.procs'), isOwn ? given.inside.join('\n') : '1\n2\n');
    fs.writeFileSync(path.join(place, 'cgroup.subtree_control'), '');
  }
  const self = path.join(root, 'self');
  fs.writeFileSync(self, given.self ?? `0::/${given.own}\n`);
  return { root, self, folder, [Symbol.dispose]: () => fs.rmSync(root, { recursive: true }) };
}

describe('control groups', () => {
  test('limit memory and processes of each child, in a group below one that we alone are in', () => {
    using place = pretendCgroups({ own: 'system.slice/underpin', controllers: 'cpu memory pids', inside: [77] });
    // In the real one, what is written with + is read back without.
    const cgroups = findCgroups({ root: place.root, self: place.self, pid: 77 });
    expect(fs.readFileSync(path.join(place.folder, 'underpin-main/cgroup.procs'), 'utf8')).toBe('77');
    expect(fs.readFileSync(path.join(place.folder, 'cgroup.subtree_control'), 'utf8')).toBe('+memory +pids +cpu');
    expect(cgroups).not.toBeNull();
  });

  test('are opened with their limits written, and are gone after their end', () => {
    using place = pretendCgroups({ own: 'underpin/main', controllers: 'memory pids', inside: [77] });
    const parent = path.dirname(place.folder);
    fs.writeFileSync(path.join(parent, 'cgroup.controllers'), 'memory pids');
    fs.writeFileSync(path.join(parent, 'cgroup.procs'), '');
    const cgroups = findCgroups({
      root: place.root,
      self: place.self,
      pid: 77,
      controllersOf: () => ['memory', 'pids'],
    });
    expect(cgroups?.files).toEqual(['memory.max', 'memory.swap.max', 'pids.max']);
    const group = cgroups?.open({ memoryMb: 100, processes: 9 });
    const [name = ''] = fs.readdirSync(parent).filter((one) => one.startsWith('underpin-run-'));
    expect(fs.readFileSync(path.join(parent, name, 'memory.max'), 'utf8')).toBe(`${100 * 2 ** 20}`);
    expect(fs.readFileSync(path.join(parent, name, 'pids.max'), 'utf8')).toBe('9');
    const [program = '', ...rest] = [...(group?.join ?? []), 'echo', 'joined'];
    expect(spawnSync(program, rest, { encoding: 'utf8' }).stdout).toBe('joined\n');
    expect(Number(fs.readFileSync(path.join(parent, name, 'cgroup.procs'), 'utf8'))).toBeGreaterThan(0);
    expect(group?.ranOutOfMemory()).toBe(false);
    fs.writeFileSync(path.join(parent, name, 'memory.events'), 'oom 1\noom_kill 1\n');
    expect(group?.ranOutOfMemory()).toBe(true);
    // The kernel removes its own files with the group.
    for (const file of fs.readdirSync(path.join(parent, name))) fs.rmSync(path.join(parent, name, file));
    group?.remove();
    expect(fs.existsSync(path.join(parent, name))).toBe(false);
  });

  test('are left alone where others are in ours, where a controller is missing, and where there is no v2', () => {
    using shared = pretendCgroups({ own: 'session', controllers: 'cpu memory pids', inside: [77, 78] });
    expect(findCgroups({ root: shared.root, self: shared.self, pid: 77 })).toBeNull();
    using poor = pretendCgroups({ own: 'session', controllers: 'pids', inside: [77] });
    expect(findCgroups({ root: poor.root, self: poor.self, pid: 77 })).toBeNull();
    using old = pretendCgroups({
      own: 'session',
      controllers: 'memory pids',
      inside: [77],
      self: '4:memory:/session\n',
    });
    expect(findCgroups({ root: old.root, self: old.self, pid: 77 })).toBeNull();
  });

  test('the probe says that they are there only where this process may really make one', () => {
    const cgroups = findCgroups();
    const said = probeConfinement().layers.cgroup;
    if (cgroups === null) return expect(said).toEqual([]);
    expect(said).toContain('memory.max');
    const group = cgroups.open({ memoryMb: 64, processes: 8 });
    const [program = '', ...rest] = [...group.join, 'cat', '/proc/self/cgroup'];
    expect(spawnSync(program, rest, { encoding: 'utf8' }).stdout).toContain('underpin-run-');
    group.remove();
  });
});
