import type { Body, Declared, Flags, Group, Test } from './declare.ts';

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

/**
 * Runs what a suite has declared, in the order of Vitest. It runs after the intrinsics are frozen, so plain methods are
 * safe here. Its text is carried over with `toString`, so it can use nothing from around it.
 */
export function createRunner(given: {
  declared: Declared;
  expect: unknown;
  beginTest: () => void;
  /** Throws when the test made other assertions than it announced. */
  endTest: () => void;
  calls: () => number;
  describeError: (thrown: unknown) => NonNullable<TestReport['error']>;
}): Runner {
  'use strict';
  const { declared } = given;
  const later: { finished: Body[]; failed: Body[] } = { finished: [], failed: [] };
  const onTestFinished = (body: Body): void => void later.finished.push(body);
  const onTestFailed = (body: Body): void => void later.failed.push(body);

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
    declared.endCollecting();
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
    tests = flatten(declared.root);
    for (const one of tests) if (willRun(one)) for (const group of ancestors(one)) group.left++;
    return tests.length;
  };
  const willRun = (test: Test): boolean => {
    const chain: Flags[] = [test.flags, ...ancestors(test).map(({ flags }) => flags)];
    if (chain.some(({ skip, todo }) => skip || todo)) return false;
    return !declared.hasOnly() || isChosen(test);
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
        onTestFinished: onTestFinished,
        onTestFailed: onTestFailed,
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
    api: { ...declared.api, onTestFinished, onTestFailed },
    arrange,
    next: async () => {
      const test = tests[at++];
      if (test === undefined) return false;
      await run(test);
      return true;
    },
    reports: () => reports,
    hasOnly: declared.hasOnly,
    running: () => running && { ...running, called: running.called || given.calls() > 0 },
  };
}
