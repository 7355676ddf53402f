import fs from 'node:fs';
import path from 'node:path';

/** What a group may use. The kernel ends who asks for more memory, in that group alone. */
export type CgroupLimits = { memoryMb: number; processes: number };

export type Cgroup = {
  /** In front of a command: the shell joins the group and becomes the command. It needs the rights that we have. */
  join: string[];
  /** True when the kernel has ended somebody in it for want of memory. */
  ranOutOfMemory: () => boolean;
  /** For when everything in it has ended. */
  remove: () => void;
};

export type Cgroups = {
  /** The files that are written for each group: `memory.max` … */
  files: string[];
  open: (limits: CgroupLimits) => Cgroup;
};

const filesOf: Record<string, string[]> = {
  memory: ['memory.max', 'memory.swap.max'],
  pids: ['pids.max'],
  cpu: ['cpu.weight'],
};
/** Half of what everybody else has: pages are served and verdicts judged while learners' loops run. */
const cpuWeight = 50;

/**
 * Groups of cgroups v2 (the kernel's limits for sets of processes) below our own, where this process may make them; null
 * where it may not. A group that hands controllers on must hold no process itself, so either our parent is such a group
 * already (systemd: `Delegate=yes` with `DelegateSubgroup=`), or we are alone in ours and move to one below it.
 */
export function findCgroups({
  root = '/sys/fs/cgroup',
  self = '/proc/self/cgroup',
  pid = process.pid,
  controllersOf = handedOn,
} = {}): Cgroups | null {
  try {
    const own = /^0::(\/.*)$/m.exec(fs.readFileSync(self, 'utf8'))?.[1];
    if (own === undefined || !fs.existsSync(path.join(root, 'cgroup.controllers'))) return null;
    const mine = path.join(root, own);
    const base = [path.dirname(mine), mine].find((folder) => folder.startsWith(root) && handsOn(folder, pid));
    if (base === undefined) return null;
    sweep(base);
    const files = controllersOf(base).flatMap((name) => filesOf[name] ?? []);
    return { files, open: (limits) => open(base, files, limits, pid) };
  } catch {
    // A file system that is mounted read-only, as in most containers, says so in one way or another.
    return null;
  }
}

/** The kernel answers with those that are on, whatever was asked for. */
const handedOn = (folder: string): string[] => read(path.join(folder, 'cgroup.subtree_control')).trim().split(/\s+/);

/** Whether groups can be made below `folder` that have at least a limit of memory and one of processes. */
function handsOn(folder: string, pid: number): boolean {
  try {
    const available = read(path.join(folder, 'cgroup.controllers')).trim().split(/\s+/);
    const wanted = ['memory', 'pids', 'cpu'].filter((name) => available.includes(name));
    if (!wanted.includes('memory') || !wanted.includes('pids')) return false;
    const inside = read(path.join(folder, 'cgroup.procs')).trim().split('\n').filter(Boolean).map(Number);
    if (inside.some((one) => one !== pid)) return false;
    fs.accessSync(path.join(folder, 'cgroup.subtree_control'), fs.constants.W_OK);
    if (inside.length > 0) {
      const leaf = path.join(folder, 'underpin-main');
      fs.mkdirSync(leaf, { recursive: true });
      fs.writeFileSync(path.join(leaf, 'cgroup.procs'), `${pid}`);
    }
    fs.writeFileSync(path.join(folder, 'cgroup.subtree_control'), wanted.map((name) => `+${name}`).join(' '));
    return true;
  } catch {
    return false;
  }
}

const prefix = 'underpin-run-';
let count = 0;

function open(base: string, files: string[], { memoryMb, processes }: CgroupLimits, pid: number): Cgroup {
  const folder = path.join(base, `${prefix}${pid}-${++count}`);
  fs.mkdirSync(folder);
  const values: Record<string, string> = {
    'memory.max': `${memoryMb * 2 ** 20}`,
    'memory.swap.max': '0',
    'pids.max': `${processes}`,
    'cpu.weight': `${cpuWeight}`,
  };
  for (const file of files) {
    // Swap is not accounted for on every kernel; the other files belong to their controllers.
    if (file === 'memory.swap.max' && !fs.existsSync(path.join(folder, file))) continue;
    fs.writeFileSync(path.join(folder, file), values[file] ?? 'max');
  }
  return {
    join: ['/bin/sh', '-c', 'echo $$ > "$0" && exec "$@"', path.join(folder, 'cgroup.procs')],
    ranOutOfMemory: () => /^oom_kill [1-9]/m.test(read(path.join(folder, 'memory.events'))),
    remove: () => removeQuietly(folder),
  };
}

/** What a killed process left behind: a group can be removed only when nobody is in it, which is the test. */
function sweep(base: string): void {
  for (const name of fs.readdirSync(base)) if (name.startsWith(prefix)) removeQuietly(path.join(base, name));
}

function removeQuietly(folder: string): void {
  try {
    fs.rmdirSync(folder);
  } catch {
    // Somebody is still in it; the next start tries again.
  }
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
