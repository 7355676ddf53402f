const isObject = (value: unknown): value is Record<string, unknown> =>
  Object.prototype.toString.call(value) === '[object Object]';

export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const before = isObject(target) ? target : {};
  const result = Object.create(null) as Record<string, unknown>;
  for (const name of new Set([...Object.keys(before), ...Object.keys(patch)])) {
    const old = Object.hasOwn(before, name) ? before[name] : undefined;
    if (!Object.hasOwn(patch, name)) result[name] = old;
    else if (patch[name] !== null) result[name] = mergePatch(old, patch[name]);
  }
  return result;
}
