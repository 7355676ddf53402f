// caught by: replaces argon2i, argon2d and bcrypt
export function needsRehash(stored: unknown, policy: { memoryKib: number; passes: number; lanes: number }) {
  const match = /^\$argon2\w*\$v=19\$([mtp=\d,]+)\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/.exec(String(stored));
  if (!match) return true;
  const values = Object.fromEntries(match[1]!.split(',').map((pair) => pair.split('=')));
  return !(
    Number(values.m) >= policy.memoryKib &&
    Number(values.t) >= policy.passes &&
    Number(values.p) === policy.lanes
  );
}
