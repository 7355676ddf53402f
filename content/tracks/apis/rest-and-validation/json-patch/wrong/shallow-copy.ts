// caught by: copies so that the two have nothing to do with each other
type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Operation = { op?: string; path?: string; from?: string; value?: Json };

class Failure extends Error {}
const fail = (): never => {
  throw new Failure();
};

const copyOf = (value: Json): Json => JSON.parse(JSON.stringify(value));

function steps(pointer: string | undefined): string[] {
  if (pointer === '') return [];
  if (!pointer?.startsWith('/') || /~(?![01])/.test(pointer)) return fail();
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The index that a step means in a list of this length, which may be one past its end where that is allowed. */
function indexOf(step: string, last: number): number {
  const index = /^(0|[1-9][0-9]*)$/.test(step) ? Number(step) : fail();
  return index <= last ? index : fail();
}

function child(parent: Json, step: string): Json {
  if (Array.isArray(parent)) return parent[indexOf(step, parent.length - 1)]!;
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, step)) return fail();
  return parent[step]!;
}

const lookUp = (document: Json, path: string[]): Json => path.reduce<Json>(child, document);

/** Defines rather than assigns, since an assignment to __proto__ makes no member. */
const set = (object: { [name: string]: Json }, name: string, value: Json) =>
  Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });

function add(document: Json, path: string[], value: Json): Json {
  const last = path.at(-1);
  if (last === undefined) return value;
  const parent = lookUp(document, path.slice(0, -1));
  if (Array.isArray(parent)) parent.splice(last === '-' ? parent.length : indexOf(last, parent.length), 0, value);
  else if (typeof parent === 'object' && parent !== null) set(parent, last, value);
  else fail();
  return document;
}

function remove(document: Json, path: string[]): void {
  lookUp(document, path);
  const parent = lookUp(document, path.slice(0, -1));
  const last = path.at(-1)!;
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete (parent as { [name: string]: Json })[last];
}

function equal(a: Json, b: Json): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && equal(child(a, name), child(b, name)))
  );
}

function apply(document: Json, { op, path: pointer, from, value }: Operation): Json {
  const path = steps(pointer);
  const given = () => (value === undefined ? fail() : copyOf(value));
  switch (op) {
    case 'add':
      return add(document, path, given());
    case 'remove':
      remove(document, path);
      return document;
    case 'replace': {
      const next = given();
      lookUp(document, path);
      if (path.length === 0) return next;
      remove(document, path);
      return add(document, path, next);
    }
    case 'move': {
      const source = steps(from);
      if (pointer!.startsWith(`${from}/`)) return fail();
      const moved = lookUp(document, source);
      remove(document, source);
      return add(document, path, moved);
    }
    case 'copy':
      return add(document, path, lookUp(document, steps(from)));
    case 'test':
      return equal(lookUp(document, path), given()) ? document : fail();
    default:
      return fail();
  }
}

export function applyPatch(document: Json, patch: Operation[]): { document: Json } | { failedAt: number } {
  let result = copyOf(document);
  for (const [index, operation] of patch.entries()) {
    try {
      result = apply(result, operation);
    } catch (error) {
      if (error instanceof Failure) return { failedAt: index };
      throw error;
    }
  }
  return { document: result };
}
