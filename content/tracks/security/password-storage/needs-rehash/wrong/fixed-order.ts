// caught by: accepts the parameters in any order
export function needsRehash(stored: unknown, policy: { memoryKib: number; passes: number; lanes: number }) {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/.exec(String(stored));
  if (!match) return true;
  return Number(match[1]) < policy.memoryKib || Number(match[2]) < policy.passes || Number(match[3]) !== policy.lanes;
}
