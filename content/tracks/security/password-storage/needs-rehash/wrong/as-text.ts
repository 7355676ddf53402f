// caught by: compares the parameters as numbers
export function needsRehash(stored: unknown, policy: { memoryKib: number; passes: number; lanes: number }) {
  const match = /^\$argon2id\$v=19\$(?=.*m=(\d+))(?=.*t=(\d+))(?=.*p=(\d+))[mtp=\d,]+\$[\w+/]+\$[\w+/]+$/.exec(
    String(stored),
  );
  if (!match) return true;
  return match[1]! < String(policy.memoryKib) || match[2]! < String(policy.passes) || match[3] !== String(policy.lanes);
}
