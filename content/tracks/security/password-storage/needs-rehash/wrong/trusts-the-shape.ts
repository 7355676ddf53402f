// caught by: replaces a string with a missing, doubled or unknown parameter
export function needsRehash(stored: unknown, policy: { memoryKib: number; passes: number; lanes: number }) {
  if (typeof stored !== 'string') return true;
  const [, algorithm, version, parameters, salt, hash] = stored.split('$');
  if (algorithm !== 'argon2id' || version !== 'v=19' || !salt || !hash) return true;
  const values = Object.fromEntries(parameters!.split(',').map((pair) => pair.split('=')));
  return Number(values.m) < policy.memoryKib || Number(values.t) < policy.passes || (values.p ?? 1) != policy.lanes;
}
