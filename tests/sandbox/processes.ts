import fs from 'node:fs';

/** Reads of a process that may end at any moment; what is gone is empty. */
function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** A process and all below it. */
export function tree(pid: number): number[] {
  const below = read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
  return [pid, ...below.flatMap(tree)];
}

/** The process at the end of the wrappers: the one that runs learners' code. */
export const innermost = (pid: number): number => tree(pid).at(-1) ?? pid;

export function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

export const limitsOf = (pid: number): string => read(`/proc/${pid}/limits`);
export const commandOf = (pid: number): string => read(`/proc/${pid}/cmdline`);
export const statusOf = (pid: number): string => read(`/proc/${pid}/status`);
export const environmentOf = (pid: number): string[] => read(`/proc/${pid}/environ`).split('\0').filter(Boolean);

/** A zombie that nobody has waited for runs nothing. */
export const isRunning = (pid: number): boolean => /State:\s+[^Z]/.test(statusOf(pid));

/** For `expect.poll`: what another process does is done when a busy machine gets to it. */
export const patiently = { timeout: 30_000 } as const;

/** Polls, because processes end when the kernel gets to it; rejects after `msMax`. */
export async function until(condition: () => boolean, msMax = 30_000): Promise<void> {
  const startedMs = performance.now();
  while (!condition()) {
    if (performance.now() - startedMs > msMax) throw new Error(`Not so after ${msMax} ms: ${condition.toString()}`);
    // A loop without a pause would take the processor from those that it waits for.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
