/** In megabytes of resident memory. */
export type MemorySettings = {
  /** What a child may hold while code with the memory of most exercises, `memoryMb`, is in it. */
  rssMbMax: number;
  memoryMb: number;
  /** What it may keep from one submission to the next, beyond what it began with. */
  keptMbMax: number;
};

export type MemoryWatch = {
  /** Called before code that may use so much is loaded. */
  allow: (memoryMb: number) => void;
  /**
   * The submission is over and its isolates are disposed. True when the child still holds far more than it began with:
   * the next submission would be blamed for what this one left. The first answer is where it begins.
   */
  isWorn: () => Promise<boolean>;
};

const lookMs = 20;
/** Isolates are disposed on threads of their own, which a busy machine lets wait. */
const looksMax = 10;

/** Looks every 20 ms whether the child holds more than it may, and calls `die` when it does. */
export function watchMemory(
  { rssMbMax, memoryMb, keptMbMax }: MemorySettings,
  die: () => void,
  rssMb = () => process.memoryUsage.rss() / 2 ** 20,
): MemoryWatch {
  let allowedMb = rssMbMax;
  let startMb: number | undefined;
  setInterval(() => {
    if (rssMb() > allowedMb) die();
  }, lookMs);
  return {
    allow: (wantedMb) => void (allowedMb = Math.max(allowedMb, rssMbMax + 2 * (wantedMb - memoryMb))),
    isWorn: async () => {
      startMb ??= rssMb();
      for (let look = 1; rssMb() > startMb + keptMbMax; look++) {
        if (look === looksMax) return true;
        await new Promise((resolve) => setTimeout(resolve, lookMs));
      }
      allowedMb = rssMbMax;
      return false;
    },
  };
}
