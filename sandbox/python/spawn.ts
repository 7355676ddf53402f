import fs from 'node:fs';
import { guestStartMs, spawnChild, type ConfinedChild } from '../confined.ts';
import type { Confinement } from '../layers.ts';
import { consoleCharsMax, consoleLinesMax, defaultLimits, limitCeilings, resultCharsMax } from '../limits.ts';
import { installPython } from './installation.ts';
import { pythonKeptMb, pythonRssMb } from './limits.ts';

/** The kernel's limit is for what grows faster than the child's own watch looks. */
const kernelMemoryMb = 2 * (pythonRssMb + limitCeilings.memoryMb);

/**
 * What glibc is told, before anything runs: buffers of megabytes, which an interpreter has several of, get pages of their
 * own and give them back. Without it a child holds three times as much at rest. Others than glibc do not look.
 */
const env = '/usr/bin/env';
const returningMemory = fs.existsSync(env)
  ? [env, 'MALLOC_MMAP_THRESHOLD_=131072', 'MALLOC_TRIM_THRESHOLD_=131072', 'MALLOC_ARENA_MAX=2']
  : [];

/** Starts a Python child inside the walls of this machine. */
export function spawnPython(confinement: Confinement, installation = installPython()): ConfinedChild {
  const { folder, node, child, addon } = installation;
  const settings = {
    addon,
    folder,
    rssMbMax: pythonRssMb,
    memoryMb: defaultLimits.memoryMb,
    keptMbMax: pythonKeptMb,
    startMs: guestStartMs,
    resultCharsMax,
    consoleCharsMax,
    consoleLinesMax,
  };
  return spawnChild({
    command: [
      ...returningMemory,
      node,
      '--no-warnings',
      '--no-node-snapshot',
      '--max-old-space-size=192',
      '--permission',
      '--allow-addons',
      `--allow-fs-read=${folder}/*`,
      child,
      JSON.stringify(settings),
    ],
    confinement,
    // WebAssembly reserves gigabytes of addresses for each memory, whatever it uses of them.
    walls: { readable: [folder, node], addressSpace: false },
    memoryMb: kernelMemoryMb,
  });
}
