type Value = string | number | boolean;
type Settings = Record<string, Value>;

export function mergeSettings(
  base: Settings,
  ours: Settings,
  theirs: Settings,
): { merged: Settings; conflicts: string[] } {
  const keys = new Set([...Object.keys(base), ...Object.keys(ours), ...Object.keys(theirs)]);
  const merged: [string, Value][] = [];
  const conflicts: string[] = [];
  for (const key of keys) {
    const [before, our, their] = [base, ours, theirs].map((settings) => valueOf(settings, key));
    const conflict = our !== their && our !== before && their !== before;
    if (conflict) conflicts.push(key);
    const value = our === before ? their : our;
    if (value !== undefined) merged.push([key, value]);
  }
  return { merged: Object.fromEntries(merged), conflicts: conflicts.sort() };
}

/** `undefined` stands for "not there", so that deleting is a change like any other. */
function valueOf(settings: Settings, key: string): Value | undefined {
  return Object.hasOwn(settings, key) ? settings[key] : undefined;
}
