import { readdirSync, readFileSync } from 'node:fs';

export const parts = ['web process', 'sandbox process', 'children', 'Python', 'type checker', 'PostgreSQL'] as const;
export type Part = (typeof parts)[number];

/** Megabytes of each part of the service, and of all. */
export type MemoryMb = Record<Part | 'all', number>;

/**
 * Memory of a server and of all processes below it. Of what several share each has its part (PSS, the proportional set
 * size), so that the sum counts everything once; only Linux tells it.
 */
export function memoryOf(pid: number): MemoryMb {
  const found: MemoryMb = {
    'web process': 0,
    'sandbox process': 0,
    children: 0,
    Python: 0,
    'type checker': 0,
    PostgreSQL: 0,
    all: 0,
  };
  for (const one of processesBelow(pid)) {
    const rollup = read(`/proc/${one.pid}/smaps_rollup`);
    const mb = Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024;
    found[partOf(one.command)] += mb;
    found.all += mb;
  }
  return found;
}

/** The moment with the most memory while `work` went on, looked at once a second. */
export async function peakMemory<Result>(
  pid: number,
  work: () => Promise<Result>,
): Promise<{ result: Result; peak: MemoryMb }> {
  let peak = memoryOf(pid);
  const watch = setInterval(() => {
    const now = memoryOf(pid);
    if (now.all > peak.all) peak = now;
  }, 1000);
  try {
    return { result: await work(), peak };
  } finally {
    clearInterval(watch);
  }
}

/** A process and all below it. */
export function processesBelow(pid: number): { pid: number; command: string }[] {
  const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  return [{ pid, command }, ...childrenOf(pid).flatMap(processesBelow)];
}

/** Each thread has its own list, and a process is in that of the thread which made it. */
function childrenOf(pid: number): number[] {
  const folder = `/proc/${pid}/task`;
  return threadsOf(folder)
    .flatMap((thread) => read(`${folder}/${thread}/children`).trim().split(' '))
    .filter(Boolean)
    .map(Number);
}

function threadsOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // It has ended in between.
    return [];
  }
}

/** By what is on the command line; wrappers have the whole command of what they wrap. */
function partOf(command: string): Part {
  if (/postgres|underpin-sql-guard/.test(command)) return 'PostgreSQL';
  if (command.includes('sandbox/server.ts')) return 'sandbox process';
  if (command.includes('"webBundle"')) return 'children';
  if (command.includes('"folder"')) return 'Python';
  if (command.includes('child.js')) return 'type checker';
  return 'web process';
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
