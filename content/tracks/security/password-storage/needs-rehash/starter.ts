type Policy = { memoryKib: number; passes: number; lanes: number };

export function needsRehash(stored: unknown, policy: Policy): boolean {
  return false;
}
