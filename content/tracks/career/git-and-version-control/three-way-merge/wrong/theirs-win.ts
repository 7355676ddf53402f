// caught by: reports a key that both sides changed differently and keeps ours
type Settings = Record<string, string | number | boolean>;

export function mergeSettings(base: Settings, ours: Settings, theirs: Settings) {
  const merged: Settings = {};
  for (const key of new Set([...Object.keys(base), ...Object.keys(ours), ...Object.keys(theirs)])) {
    const value = theirs[key] === base[key] ? ours[key] : theirs[key];
    if (value !== undefined) merged[key] = value;
  }
  return { merged, conflicts: [] };
}
