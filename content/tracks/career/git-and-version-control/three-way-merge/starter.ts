type Value = string | number | boolean;
type Settings = Record<string, Value>;

export function mergeSettings(
  base: Settings,
  ours: Settings,
  theirs: Settings,
): { merged: Settings; conflicts: string[] } {
  return { merged: { ...ours, ...theirs }, conflicts: [] };
}
