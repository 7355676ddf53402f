// caught by: lets a request become lenient and a response certain
type Member = { type: string; required: boolean; values?: string[]; nullable?: boolean };
type Side = Record<string, Member>;
type Description = Record<string, { request: Side; response: Side }>;
type Break = { operation: string; side: 'request' | 'response' | null; member: string | null; change: string };

const typeFits = (narrow: Member, wide: Member) =>
  narrow.type === wide.type || (narrow.type === 'integer' && wide.type === 'number');

const valuesFit = (narrow: Member, wide: Member) =>
  wide.values === undefined || (narrow.values?.every((value) => wide.values!.includes(value)) ?? false);

/** What keeps a value of the one from being a value of the other. */
function misfits(narrow: Member, wide: Member): string[] {
  const found = narrow.nullable && !wide.nullable ? ['null'] : [];
  if (!typeFits(narrow, wide)) return [...found, 'type'];
  return valuesFit(narrow, wide) ? found : [...found, 'values'];
}

function changesOf(side: 'request' | 'response', old: Member | undefined, now: Member | undefined): string[] {
  if (old === undefined) return side === 'request' && now?.required ? ['required'] : [];
  if (now === undefined) return ['removed'];
  // What could be sent must still be taken; what can come must have been possible.
  return side === 'request'
    ? [...misfits(old, now), ...(now.required !== old.required ? ['required'] : [])]
    : [...misfits(now, old), ...(old.required && !now.required ? ['optional'] : [])];
}

export function findBreaks(before: Description, after: Description): Break[] {
  return Object.entries(before).flatMap(([operation, old]): Break[] => {
    const now = Object.hasOwn(after, operation) ? after[operation] : undefined;
    if (now === undefined) return [{ operation, side: null, member: null, change: 'removed' }];
    return (['request', 'response'] as const).flatMap((side) => {
      const [olds, nows] = [new Map(Object.entries(old[side])), new Map(Object.entries(now[side]))];
      return [...new Set([...olds.keys(), ...nows.keys()])].flatMap((member) =>
        changesOf(side, olds.get(member), nows.get(member)).map((change) => ({ operation, side, member, change })),
      );
    });
  });
}
