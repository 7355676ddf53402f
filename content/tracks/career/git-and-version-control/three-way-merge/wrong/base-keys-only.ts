// caught by: takes a key that one side added
type Settings = Record<string, string | number | boolean>;

export function mergeSettings(base: Settings, ours: Settings, theirs: Settings) {
  const merged: Settings = {};
  const conflicts: string[] = [];
  for (const key of Object.keys(base)) {
    const [our, their] = [ours[key], theirs[key]];
    if (our !== their && our !== base[key] && their !== base[key]) conflicts.push(key);
    const value = our === base[key] ? their : our;
    if (value !== undefined) merged[key] = value;
  }
  return { merged, conflicts: conflicts.sort() };
}
