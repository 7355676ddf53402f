/** Builds a new document along each path instead of changing a copy; what is not on the path is shared. */
type Any = any;
const nothing = Symbol('not there');

const parse = (pointer: Any): string[] => {
  if (typeof pointer !== 'string' || !/^(\/([^~/]|~[01])*)*$/.test(pointer)) throw nothing;
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~[01]/g, (two) => (two === '~1' ? '/' : '~')));
};

const get = (at: Any, steps: string[]): Any => {
  for (const step of steps) {
    const there = Array.isArray(at)
      ? /^(0|[1-9]\d*)$/.test(step) && Number(step) < at.length
      : at !== null && typeof at === 'object' && Object.hasOwn(at, step);
    if (!there) throw nothing;
    at = at[step];
  }
  return at;
};

const rebuild = (at: Any, [step, ...deeper]: string[], change: (parent: Any, last: string) => Any): Any => {
  if (deeper.length === 0) return change(at, step!);
  const inner = rebuild(get(at, [step!]), deeper, change);
  if (Array.isArray(at)) return at.with(Number(step), inner);
  return Object.fromEntries(Object.entries(at).map(([name, value]) => [name, name === step ? inner : value]));
};

const insert = (root: Any, steps: string[], value: Any): Any =>
  steps.length === 0
    ? value
    : rebuild(root, steps, (parent, last) => {
        if (Array.isArray(parent)) {
          if (last !== '-' && !(/^(0|[1-9]\d*)$/.test(last) && Number(last) <= parent.length)) throw nothing;
          return parent.toSpliced(last === '-' ? parent.length : Number(last), 0, value);
        }
        if (parent === null || typeof parent !== 'object') throw nothing;
        return Object.fromEntries([...Object.entries(parent).filter(([name]) => name !== last), [last, value]]);
      });

const without = (root: Any, steps: string[]): Any => {
  get(root, steps);
  return rebuild(root, steps, (parent, last) =>
    Array.isArray(parent)
      ? parent.toSpliced(Number(last), 1)
      : Object.fromEntries(Object.entries(parent).filter(([name]) => name !== last)),
  );
};

const canonical = (value: Any): string =>
  JSON.stringify(value, (_, one) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))
      : one,
  );
/** Tells an object from a list of pairs. */
const shape = (value: Any): string =>
  Array.isArray(value)
    ? `[${value.map(shape).join()}]`
    : value !== null && typeof value === 'object'
      ? `{${Object.keys(value)
          .sort()
          .map((name) => shape(value[name]))
          .join()}}`
      : '.';

const operations: Record<string, (root: Any, path: string[], operation: Any) => Any> = {
  add: (root, path, { value }) => insert(root, path, value),
  remove: (root, path) => without(root, path),
  replace: (root, path, { value }) => (path.length === 0 ? value : insert(without(root, path), path, value)),
  move: (root, path, { from, path: pointer }) => {
    const value = get(root, parse(from));
    if (pointer !== from && pointer.startsWith(from + '/')) throw nothing;
    return insert(without(root, parse(from)), path, value);
  },
  copy: (root, path, { from }) => insert(root, path, get(root, parse(from))),
  test: (root, path, { value }) => {
    const there = get(root, path);
    if (canonical(there) !== canonical(value) || shape(there) !== shape(value)) throw nothing;
    return root;
  },
};

export function applyPatch(document: Any, patch: Any[]) {
  let root = document;
  for (let index = 0; index < patch.length; index++) {
    const operation = patch[index];
    try {
      if (!Object.hasOwn(operations, operation.op)) throw nothing;
      if (['add', 'replace', 'test'].includes(operation.op) && !('value' in operation)) throw nothing;
      root = operations[operation.op]!(root, parse(operation.path), operation);
    } catch (reason) {
      if (reason === nothing) return { failedAt: index };
      throw reason;
    }
  }
  return { document: root };
}
