import type { FakeTime } from './fake-time.ts';

/** What became of one test, as the judge gets it. */
export type TestReport = {
  name: string;
  status: 'passed' | 'failed' | 'skipped' | 'todo';
  /** Whether it, or a hook that ran for it, called the code under test. */
  called: boolean;
  error?: {
    name: string;
    message: string;
    stack: string;
    isAssertion: boolean;
    expected?: string;
    actual?: string;
  };
};

export type Runner = {
  api: Record<string, unknown>;
  /** Ends the collecting. `seed` 0 is the order of the file, any other shuffles within each describe. */
  arrange: (seed: number) => number;
  /** Runs the next test; resolves with false when there is none left. */
  next: () => Promise<boolean>;
  reports: () => TestReport[];
  hasOnly: () => boolean;
  /** The test that is running, as far as it got: for one that is ended from outside. */
  running: () => TestReport | undefined;
};

type Body = (...values: unknown[]) => unknown;

/**
 * `describe`, `test` and the hooks, with the names and the order of Vitest. It runs after the intrinsics are frozen, so
 * plain methods are safe here. Its text is carried over with `toString`, so it can use nothing from around it.
 */
export function createRunner(given: {
  expect: unknown;
  beginTest: () => void;
  /** Throws when the test made other assertions than it announced. */
  endTest: () => void;
  calls: () => number;
  describeError: (thrown: unknown) => NonNullable<TestReport['error']>;
  show: (value: unknown) => string;
  time: FakeTime;
}): Runner {
  'use strict';
  type Flags = { skip?: boolean; only?: boolean; todo?: boolean; fails?: boolean };
  type Hook = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll';
  type Group = {
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
  type Test = { name: string; flags: Flags; parent: Group; body: Body | undefined };
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

  const readPath = (row: unknown, path: string): unknown =>
    path
      .split('.')
      .reduce(
        (value: unknown, key) =>
          value === null || value === undefined ? undefined : (value as Record<string, unknown>)[key],
        row,
      );
  const showBare = (value: unknown): string => (typeof value === 'string' ? value : given.show(value));
  const formatName = (template: string, values: unknown[], row: unknown, index: number): string => {
    let used = 0;
    const printed = template.replace(/%(%|#|\$|[sdifjoOc])/g, (whole, letter: string) => {
      if (letter === '%') return '%';
      if (letter === '#') return String(index);
      if (letter === '$') return String(index + 1);
      if (used >= values.length) return whole;
      const value = values[used++];
      switch (letter) {
        case 's':
          return typeof value === 'object' && value !== null ? given.show(value) : String(value);
        case 'd':
          return String(Number(value));
        case 'i':
          return String(Number.parseInt(String(value), 10));
        case 'f':
          return String(Number.parseFloat(String(value)));
        case 'j':
          return JSON.stringify(value) ?? 'undefined';
        case 'c':
          return '';
        default:
          return given.show(value);
      }
    });
    if (typeof row !== 'object' || row === null) return printed;
    return printed.replace(/\$([A-Za-z_][\w.]*)/g, (whole, path: string) => {
      const head = path.split('.')[0] as string;
      return head in row ? showBare(readPath(row, path)) : whole;
    });
  };
  /** Rows of `each`: a list, or the table of a tagged template. */
  const rowsOf = (first: unknown, rest: unknown[]): unknown[] => {
    if (!Array.isArray(first)) throw new TypeError('each() is given a list of cases, or is the tag of a table.');
    if (!('raw' in first)) return first as unknown[];
    const heads = String(first[0])
      .trim()
      .split('|')
      .map((head) => head.trim());
    const rows: unknown[] = [];
    for (let at = 0; at + heads.length <= rest.length; at += heads.length) {
      rows.push(Object.fromEntries(heads.map((head, column) => [head, rest[at + column]])));
    }
    return rows;
  };
  type Add = (flags: Flags, name: unknown, second?: unknown, third?: unknown) => void;
  const chainable = (add: Add, flags: Flags): Body => {
    const chain = ((name: unknown, second?: unknown, third?: unknown) => add(flags, name, second, third)) as Body;
    const each =
      (spreads: boolean) =>
      (first: unknown, ...rest: unknown[]) =>
      (name: unknown, second?: unknown, third?: unknown): void => {
        const { body } = split(second, third);
        for (const [index, row] of rowsOf(first, rest).entries()) {
          const values = Array.isArray(row) ? (row as unknown[]) : [row];
          const bound = body && ((context: unknown) => (spreads ? body(...values) : body(row, context)));
          const options = typeof second === 'function' ? third : second;
          add(flags, formatName(nameOf(name), values, row, index), options, bound);
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
  const later: { finished: Body[]; failed: Body[] } = { finished: [], failed: [] };
  const api = {
    test,
    it: test,
    describe,
    suite: describe,
    beforeAll: hook('beforeAll'),
    beforeEach: hook('beforeEach'),
    afterEach: hook('afterEach'),
    afterAll: hook('afterAll'),
    onTestFinished: (body: Body) => void later.finished.push(body),
    onTestFailed: (body: Body) => void later.failed.push(body),
  };

  const isGroup = (node: Group | Test): node is Group => 'children' in node;
  const ancestors = (test: Test): Group[] => {
    const list: Group[] = [];
    for (let group: Group | null = test.parent; group !== null; group = group.parent) list.unshift(group);
    return list;
  };
  const shuffled = <Item>(list: Item[], draw: () => number): Item[] => {
    const copy = [...list];
    for (let last = copy.length - 1; last > 0; last--) {
      const other = Math.floor(draw() * (last + 1));
      [copy[last], copy[other]] = [copy[other] as Item, copy[last] as Item];
    }
    return copy;
  };
  let tests: Test[] = [];
  let calledWhileCollecting = false;
  const arrange = (seed: number): number => {
    isCollecting = false;
    calledWhileCollecting = given.calls() > 0;
    let state = seed;
    const draw = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const flatten = (group: Group): Test[] =>
      (seed === 0 ? group.children : shuffled(group.children, draw)).flatMap((node) =>
        isGroup(node) ? flatten(node) : [node],
      );
    tests = flatten(root);
    for (const one of tests) if (willRun(one)) for (const group of ancestors(one)) group.left++;
    return tests.length;
  };
  const willRun = (test: Test): boolean => {
    const chain: Flags[] = [test.flags, ...ancestors(test).map(({ flags }) => flags)];
    if (chain.some(({ skip, todo }) => skip || todo)) return false;
    return !hasOnly || isChosen(test);
  };
  /** Of an only'd describe all tests run, unless one in it is only'd itself. */
  const isChosen = (test: Test): boolean => {
    if (test.flags.only) return true;
    const chosen = ancestors(test).findLast(({ flags }) => flags.only);
    return chosen !== undefined && !hasInnerOnly(chosen);
  };
  const hasInnerOnly = (group: Group): boolean =>
    group.children.some((node) => node.flags.only || (isGroup(node) && hasInnerOnly(node)));

  const reports: TestReport[] = [];
  let running: TestReport | undefined;
  let at = 0;

  const fullName = (test: Test): string =>
    [...ancestors(test).map(({ name }) => name), test.name].filter((name) => name !== '').join(' > ');
  const begin = async (group: Group): Promise<void> => {
    if (!group.hasBegun) {
      group.hasBegun = true;
      const before = given.calls();
      try {
        for (const body of group.hooks.beforeAll) {
          const cleanup = await body();
          if (typeof cleanup === 'function') group.cleanups.push(cleanup as Body);
        }
      } catch (error) {
        group.failedToBegin = true;
        group.beginError = error;
      }
      group.calledInBeforeAll = given.calls() > before;
    }
    if (group.failedToBegin) throw group.beginError;
  };
  const attempt = async (
    test: Test,
    groups: Group[],
    fail: (error: unknown) => void,
    skip: object,
  ): Promise<boolean> => {
    const cleanups: Body[] = [];
    let skipped = false;
    try {
      for (const group of groups) await begin(group);
      for (const group of groups) {
        for (const body of group.hooks.beforeEach) {
          const cleanup = await body({ expect: given.expect });
          if (typeof cleanup === 'function') cleanups.unshift(cleanup as Body);
        }
      }
      await (test.body as Body)({
        expect: given.expect,
        task: { name: test.name },
        skip: () => {
          throw skip;
        },
        onTestFinished: api.onTestFinished,
        onTestFailed: api.onTestFailed,
      });
      given.endTest();
    } catch (error) {
      if (error === skip) skipped = true;
      else fail(error);
    }
    for (const body of [
      ...groups.flatMap((group) => group.hooks.afterEach).reverse(),
      ...cleanups,
      ...later.finished.reverse(),
    ]) {
      try {
        await body({ expect: given.expect });
      } catch (error) {
        fail(error);
      }
    }
    return skipped;
  };
  const close = async (groups: Group[], fail: (error: unknown) => void): Promise<void> => {
    for (const group of [...groups].reverse()) {
      if (--group.left > 0) continue;
      for (const body of [...group.hooks.afterAll.toReversed(), ...group.cleanups]) {
        try {
          await body();
        } catch (error) {
          fail(error);
        }
      }
    }
  };
  const run = async (test: Test): Promise<void> => {
    const report: TestReport = { name: fullName(test).slice(0, 200), status: 'passed', called: calledWhileCollecting };
    if (!willRun(test)) {
      report.status = test.flags.todo ? 'todo' : 'skipped';
      reports.push(report);
      return;
    }
    running = report;
    const groups = ancestors(test);
    const before = given.calls();
    const errors: unknown[] = [];
    const fail = (error: unknown): void => void errors.push(error);
    later.finished = [];
    later.failed = [];
    given.beginTest();
    const skipped = await attempt(test, groups, fail, {});
    if (errors.length > 0) for (const body of later.failed) await body();
    if (test.flags.fails && !skipped) {
      if (errors.length > 0) errors.length = 0;
      else fail(new Error('This test is marked with test.fails, and it passes.'));
    }
    await close(groups, fail);
    report.called ||= given.calls() > before || groups.some((group) => group.calledInBeforeAll);
    if (skipped) report.status = 'skipped';
    if (errors.length > 0) {
      report.status = 'failed';
      report.error = given.describeError(errors[0]);
    }
    running = undefined;
    reports.push(report);
  };
  return {
    api,
    arrange,
    next: async () => {
      const test = tests[at++];
      if (test === undefined) return false;
      await run(test);
      return true;
    },
    reports: () => reports,
    hasOnly: () => hasOnly,
    running: () => running && { ...running, called: running.called || given.calls() > 0 },
  };
}
