/** Deeper than any answer that means something; comparing and printing go down one call for each level. */
export const depthMax = 500;

/** Whether data is nested deeper than the judge can compare. Not by recursion, which is what would fail. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= depthMax; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}
