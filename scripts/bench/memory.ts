import { readFileSync } from 'node:fs';

/**
 * Memory of a process and all below it, in megabytes: what is shared is divided among those who share it. Null where the
 * system does not tell (it is Linux that does).
 */
export function treeMemoryMb(pid: number): number | null {
  const own = read(`/proc/${pid}/smaps_rollup`) ?? read(`/proc/${pid}/status`);
  if (own === null) return null;
  const kb = Number((/^Pss:\s+(\d+)/m.exec(own) ?? /^VmRSS:\s+(\d+)/m.exec(own))?.[1] ?? 0);
  const below = (read(`/proc/${pid}/task/${pid}/children`) ?? '').trim().split(' ').filter(Boolean).map(Number);
  return below.reduce((sum, child) => sum + (treeMemoryMb(child) ?? 0), kb / 1024);
}

/** The most that `pid` and those below it had while `work` went on, looked at twice a second. */
export async function peakMemoryMb<Result>(
  pid: number,
  work: () => Promise<Result>,
): Promise<{ result: Result; peakMb: number }> {
  let peakMb = treeMemoryMb(pid) ?? 0;
  const watch = setInterval(() => (peakMb = Math.max(peakMb, treeMemoryMb(pid) ?? 0)), 500);
  try {
    return { result: await work(), peakMb };
  } finally {
    clearInterval(watch);
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
