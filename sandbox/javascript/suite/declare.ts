import type { Cases } from './cases.ts';

export type Body = (...values: unknown[]) => unknown;
export type Flags = { skip?: boolean; only?: boolean; todo?: boolean; fails?: boolean };
export type Hook = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll';
export type Group = {
  name: string;
  flags: Flags;
  parent: Group | null;
  children: (Group | Test)[];
  hooks: Record<Hook, Body[]>;
  hasBegun: boolean;
  beginError: unknown;
  failedToBegin: boolean;
  /** Tests that are still to run in it. */
  left: number;
  calledInBeforeAll: boolean;
  cleanups: Body[];
};
export type Test = { name: string; flags: Flags; parent: Group; body: Body | undefined };

export type Declared = {
  /** `describe`, `test` and the hooks. */
  api: Record<string, unknown>;
  root: Group;
  hasOnly: () => boolean;
  /** After this, declaring throws. */
  endCollecting: () => void;
};

/**
 * What a suite declares while its file is run, with the names of Vitest. It runs after the intrinsics are frozen, so plain
 * methods are safe here. Its text is carried over with `toString`, so it can use nothing from around it.
 */
export function createDeclared(cases: Cases): Declared {
  'use strict';
  const testsMax = 500;

  const makeGroup = (name: string, parent: Group | null, flags: Flags): Group => ({
    name,
    flags,
    parent,
    children: [],
    hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] },
    hasBegun: false,
    beginError: undefined,
    failedToBegin: false,
    left: 0,
    calledInBeforeAll: false,
    cleanups: [],
  });
  const root = makeGroup('', null, {});
  let current = root;
  let count = 0;
  let hasOnly = false;
  let isCollecting = true;

  const nameOf = (name: unknown): string =>
    typeof name === 'function' ? name.name || '<anonymous>' : typeof name === 'string' ? name : String(name);
  const requireCollecting = (what: string): void => {
    if (!isCollecting)
      throw new Error(`${what} was called while tests are running: call it at the top of the file or in describe.`);
  };
  const split = (second: unknown, third: unknown): { body: Body | undefined; options: Flags } => {
    const body = typeof second === 'function' ? second : typeof third === 'function' ? third : undefined;
    const options =
      typeof second === 'object' && second !== null ? second : typeof third === 'object' && third !== null ? third : {};
    return { body: body as Body | undefined, options };
  };
  const addTest = (flags: Flags, name: unknown, second?: unknown, third?: unknown): void => {
    requireCollecting('test()');
    const { body, options } = split(second, third);
    if (++count > testsMax) throw new Error(`There are more than ${testsMax} tests, which is the limit.`);
    const { skip, only, todo, fails } = { ...options, ...flags };
    if (only === true) hasOnly = true;
    const own: Flags = {
      skip: skip === true,
      only: only === true,
      todo: todo === true || body === undefined,
      fails: fails === true,
    };
    current.children.push({ name: nameOf(name), flags: own, parent: current, body });
  };
  const addGroup = (flags: Flags, name: unknown, second?: unknown, third?: unknown): void => {
    requireCollecting('describe()');
    const { body, options } = split(second, third);
    const { skip, only, todo } = { ...options, ...flags };
    if (only === true) hasOnly = true;
    const group = makeGroup(nameOf(name), current, {
      skip: skip === true,
      only: only === true,
      todo: todo === true || body === undefined,
    });
    current.children.push(group);
    if (body === undefined) return;
    const outer = current;
    current = group;
    try {
      const result = body();
      if (result !== null && typeof result === 'object' && 'then' in result) {
        throw new Error(`describe("${group.name}") is given an async function; load what it needs in beforeAll.`);
      }
    } finally {
      current = outer;
    }
  };

  type Add = (flags: Flags, name: unknown, second?: unknown, third?: unknown) => void;
  const chainable = (add: Add, flags: Flags): Body => {
    const chain = ((name: unknown, second?: unknown, third?: unknown) => add(flags, name, second, third)) as Body;
    const each =
      (spreads: boolean) =>
      (first: unknown, ...rest: unknown[]) =>
      (name: unknown, second?: unknown, third?: unknown): void => {
        const { body } = split(second, third);
        for (const [index, row] of cases.rowsOf(first, rest).entries()) {
          const values = Array.isArray(row) ? (row as unknown[]) : [row];
          const bound = body && ((context: unknown) => (spreads ? body(...values) : body(row, context)));
          const options = typeof second === 'function' ? third : second;
          add(flags, cases.formatName(nameOf(name), values, row, index), options, bound);
        }
      };
    const parts: Record<string, () => unknown> = {
      each: () => each(true),
      for: () => each(false),
      skipIf: () => (condition: unknown) => chainable(add, condition ? { ...flags, skip: true } : flags),
      runIf: () => (condition: unknown) => chainable(add, condition ? flags : { ...flags, skip: true }),
      concurrent: () => chainable(add, flags),
      sequential: () => chainable(add, flags),
      shuffle: () => chainable(add, flags),
    };
    for (const flag of ['skip', 'only', 'todo', 'fails'] as const)
      parts[flag] = () => chainable(add, { ...flags, [flag]: true });
    for (const [name, get] of Object.entries(parts)) Object.defineProperty(chain, name, { get });
    return chain;
  };
  const hook =
    (name: Hook) =>
    (body: unknown): void => {
      requireCollecting(`${name}()`);
      if (typeof body !== 'function') throw new TypeError(`${name}() takes a function.`);
      current.hooks[name].push(body as Body);
    };
  const test = chainable(addTest, {});
  const describe = chainable(addGroup, {});
  return {
    api: {
      test,
      it: test,
      describe,
      suite: describe,
      beforeAll: hook('beforeAll'),
      beforeEach: hook('beforeEach'),
      afterEach: hook('afterEach'),
      afterAll: hook('afterAll'),
    },
    root,
    hasOnly: () => hasOnly,
    endCollecting: () => void (isCollecting = false),
  };
}
