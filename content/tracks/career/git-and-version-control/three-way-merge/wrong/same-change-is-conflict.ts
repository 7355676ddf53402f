// caught by: takes a change that both sides made alike, without a conflict
type Settings = Record<string, string | number | boolean>;

export function mergeSettings(base: Settings, ours: Settings, theirs: Settings) {
  const merged: Settings = {};
  const conflicts: string[] = [];
  for (const key of new Set([...Object.keys(base), ...Object.keys(ours), ...Object.keys(theirs)])) {
    const [our, their] = [ours[key], theirs[key]];
    if (our !== base[key] && their !== base[key]) conflicts.push(key);
    const value = our === base[key] ? their : our;
    if (value !== undefined) merged[key] = value;
  }
  return { merged, conflicts: conflicts.sort() };
}
