import { childEventSchema, type ChildEvent, type ChildRequest } from './javascript/protocol.ts';
import type { Installation } from './installation.ts';
import type { Confinement } from './layers.ts';
import {
  childKeptMb,
  childRssMb,
  consoleCharsMax,
  consoleLinesMax,
  defaultLimits,
  limitCeilings,
  resultCharsMax,
} from './limits.ts';
import { spawnWalled, type ChildEnd, type WalledOptions } from './walled.ts';

export type { ChildEnd } from './walled.ts';

/** A confined process, seen from outside. */
export type ConfinedChild = {
  pid: number;
  send: (request: ChildRequest) => void;
  /** Who listens now; one at a time. */
  onEvent: (listener: (event: ChildEvent) => void) => void;
  kill: () => void;
  ended: Promise<ChildEnd>;
};

/** The instant at which every test begins on the guest's clock. */
export const guestStartMs = Date.UTC(2026, 0, 1);

/** The child's own watch acts every 20 ms, and says why; the kernel's limit is for what grows faster than that. */
const kernelMemoryMb = 2 * childRssMb(limitCeilings.memoryMb);

/** Starts one child inside the walls of this machine. */
export function spawnConfined(installation: Installation, confinement: Confinement): ConfinedChild {
  const settings = {
    addon: installation.addon,
    webBundle: installation.webBundle,
    rssMbMax: childRssMb(defaultLimits.memoryMb),
    memoryMb: defaultLimits.memoryMb,
    keptMbMax: childKeptMb,
    startMs: guestStartMs,
    resultCharsMax,
    consoleCharsMax,
    consoleLinesMax,
  };
  return spawnChild({
    command: [
      installation.node,
      '--no-warnings',
      '--no-node-snapshot',
      '--max-old-space-size=192',
      '--permission',
      '--allow-addons',
      `--allow-fs-read=${installation.folder}/*`,
      installation.child,
      JSON.stringify(settings),
    ],
    confinement,
    walls: { readable: [installation.folder, installation.node] },
    memoryMb: kernelMemoryMb,
  });
}

/** A child of any runtime that speaks the protocol of `javascript/protocol.ts`. */
export function spawnChild(options: Omit<WalledOptions, 'onLine'>): ConfinedChild {
  let listener: (event: ChildEvent) => void = () => undefined;
  let outOfMemory = false;
  const child = spawnWalled({
    ...options,
    onLine: (line) => {
      const event = parseChildEvent(line);
      if (event?.type === 'dying') outOfMemory = true;
      else if (event !== undefined) listener(event);
      return event !== undefined;
    },
  });
  return {
    pid: child.pid,
    send: child.send,
    onEvent: (next) => void (listener = next),
    kill: child.kill,
    ended: child.ended.then((end) => (outOfMemory ? { ...end, reason: 'memory-limit' } : end)),
  };
}

/** Undefined for anything that a child of ours would not say. */
export function parseChildEvent(line: string): ChildEvent | undefined {
  try {
    return childEventSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
