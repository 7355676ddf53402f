type Value = string | number | boolean;
type Settings = Record<string, Value>;

/** Works out what they changed, and applies each change that we did not contradict. */
export function mergeSettings(base: Settings, ours: Settings, theirs: Settings) {
  const before = new Map(Object.entries(base));
  const our = new Map(Object.entries(ours));
  const their = new Map(Object.entries(theirs));
  const merged = new Map(our);
  const conflicts: string[] = [];
  for (const key of new Set([...before.keys(), ...their.keys()])) {
    if (their.get(key) === before.get(key)) continue;
    if (our.get(key) === before.get(key)) {
      if (their.has(key)) merged.set(key, their.get(key)!);
      else merged.delete(key);
    } else if (our.get(key) !== their.get(key)) {
      conflicts.push(key);
    }
  }
  return { merged: Object.fromEntries(merged), conflicts: conflicts.sort() };
}
