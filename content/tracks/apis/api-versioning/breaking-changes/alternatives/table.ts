type Any = any;

const rules: { change: string; request: (a: Any, b: Any) => boolean; response: (a: Any, b: Any) => boolean }[] = [
  { change: 'removed', request: (a, b) => a && !b, response: (a, b) => a && !b },
  {
    change: 'type',
    request: (a, b) => a && b && a.type !== b.type && !(a.type === 'integer' && b.type === 'number'),
    response: (a, b) => a && b && a.type !== b.type && !(a.type === 'number' && b.type === 'integer'),
  },
  { change: 'required', request: (a, b) => b?.required === true && a?.required !== true, response: () => false },
  { change: 'optional', request: () => false, response: (a, b) => a && b && a.required && !b.required },
  {
    change: 'values',
    request: (a, b) => a && b && missing(a.values, b.values),
    response: (a, b) => a && b && missing(b.values, a.values),
  },
  {
    change: 'null',
    request: (a, b) => a && b && a.nullable === true && b.nullable !== true,
    response: (a, b) => a && b && a.nullable !== true && b.nullable === true,
  },
];

/** Whether something of `from` (everything, where there is no list) lies outside of `within`. */
function missing(from: string[] | undefined, within: string[] | undefined) {
  if (!within) return false;
  if (!from) return true;
  const allowed = new Set(within);
  return from.some((value) => !allowed.has(value));
}

export function findBreaks(before: Any, after: Any) {
  const out: Any[] = [];
  for (const operation of Object.keys(before)) {
    if (!(operation in after)) {
      out.unshift({ change: 'removed', member: null, operation, side: null });
      continue;
    }
    for (const side of ['response', 'request'] as const) {
      const [olds, nows] = [before, after].map((all) => Object.assign(Object.create(null), all[operation][side]));
      for (const member of new Set([...Object.keys(nows), ...Object.keys(olds)])) {
        const changes = rules.filter((rule) => rule[side](olds[member], nows[member])).map(({ change }) => change);
        for (const change of changes) {
          if (change !== 'values' || !changes.includes('type')) out.push({ operation, side, member, change });
        }
      }
    }
  }
  return out;
}
