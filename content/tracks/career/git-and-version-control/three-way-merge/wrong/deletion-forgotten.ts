// caught by: leaves out a key that one side deleted and the other left alone
type Settings = Record<string, string | number | boolean>;

export function mergeSettings(base: Settings, ours: Settings, theirs: Settings) {
  const merged: Settings = { ...base };
  const conflicts: string[] = [];
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const our = ours[key] ?? base[key];
    const their = theirs[key] ?? base[key];
    if (our !== their && our !== base[key] && their !== base[key]) conflicts.push(key);
    const value = our === base[key] ? their : our;
    if (value !== undefined) merged[key] = value;
  }
  return { merged, conflicts: conflicts.sort() };
}
