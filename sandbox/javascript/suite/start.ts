import type { captureIntrinsics } from '../capture.ts';
import type { createClock } from '../clock.ts';
import type { createConsole } from '../console.ts';
import type { createCases } from './cases.ts';
import type { createDeclared } from './declare.ts';
import type { createFakeTime } from './fake-time.ts';
import type { hardenIntrinsics } from './harden.ts';
import type { createRunner, Runner, TestReport } from './runner.ts';
import type { wrapSubject } from './subject.ts';
import type { createVi } from './vi.ts';

export type SuiteSettings = {
  startMs: number;
  resultCharsMax: number;
  consoleCharsMax: number;
  consoleLinesMax: number;
};

/** What the host may call, in the order in which `startSuite` gives it back. Each takes and returns strings only. */
export const suiteFunctions = ['loadSubject', 'collect', 'next', 'outcome', 'step', 'report', 'takeConsole'] as const;
export type SuiteFunction = (typeof suiteFunctions)[number];

export type SuiteParts = {
  captureIntrinsics: typeof captureIntrinsics;
  createClock: typeof createClock;
  createConsole: typeof createConsole;
  createFakeTime: typeof createFakeTime;
  hardenIntrinsics: typeof hardenIntrinsics;
  createCases: typeof createCases;
  createDeclared: typeof createDeclared;
  createRunner: typeof createRunner;
  createVi: typeof createVi;
  wrapSubject: typeof wrapSubject;
  library: SuiteLibrary;
};

type ExpectState = {
  assertionCalls: number;
  expectedAssertionsNumber: number | null;
  isExpectingAssertions: boolean;
};
type Expect = ((value: unknown, message?: string) => unknown) & Record<string, unknown>;
export type SuiteLibrary = {
  expect: {
    chai: {
      use: (plugin: unknown) => void;
      expect: Expect & { extend: (target: unknown, matchers: unknown) => void };
      assert: unknown;
      AssertionError: new () => Error;
    };
    getState: (expect: Expect) => ExpectState;
    setState: (state: Partial<ExpectState>, expect: Expect) => void;
  } & Record<
    'JestExtend' | 'JestChaiExpect' | 'JestAsymmetricMatchers' | 'ChaiStyleAssertions' | 'customMatchers',
    unknown
  > &
    Record<'addCustomEqualityTesters', (testers: unknown) => void>;
  spy: Record<'fn' | 'spyOn' | 'isMockFunction' | 'clearAllMocks' | 'resetAllMocks' | 'restoreAllMocks', unknown>;
  literal: { literal: (value: unknown) => string; literalLine: (value: unknown, charsMax: number) => string };
};

/**
 * The program of an isolate in which a suite runs against one implementation. It tells the outside what became of each
 * test; which implementation it is, it does not know itself.
 * Its text is carried over with `toString`, so it can use nothing from around it.
 */
export function startSuite(settings: SuiteSettings, parts: SuiteParts): ((...given: string[]) => string)[] {
  'use strict';
  const learnerFile = 'solution.ts';

  // Only frames of the learner's own file: those of the code under test would tell which implementation it is.
  const { getOwnPropertyDescriptor } = Object;
  const framesOf = (error: unknown, sites: NodeJS.CallSite[]): string => {
    const message = getOwnPropertyDescriptor(error as object, 'message')?.value as unknown;
    let stack = `Error${typeof message === 'string' && message !== '' ? `: ${message}` : ''}`;
    let shown = 0;
    for (let at = 0; at < sites.length && shown < 10; at++) {
      const site = sites[at] as NodeJS.CallSite;
      if (site.getScriptNameOrSourceURL() !== learnerFile) continue;
      shown++;
      stack += `\n    at ${site.getFunctionName() ?? '<anonymous>'} (${learnerFile}:${site.getLineNumber()}:${site.getColumnNumber()})`;
    }
    return stack;
  };
  const captured = parts.captureIntrinsics(framesOf);
  const { evaluate, stringify } = captured;
  // A long way through the code under test must not push the learner's own frames out.
  Object.defineProperty(Error, 'stackTraceLimit', { value: 100, writable: false, configurable: false });
  const clock = parts.createClock(captured, settings.startMs);
  const printed = parts.createConsole(captured, settings.consoleCharsMax, settings.consoleLinesMax);
  const time = parts.createFakeTime();
  const { library } = parts;

  const { chai, customMatchers, getState, setState } = library.expect;
  for (const plugin of ['JestExtend', 'JestChaiExpect', 'JestAsymmetricMatchers', 'ChaiStyleAssertions'] as const) {
    if (library.expect[plugin] !== undefined) chai.use(library.expect[plugin]);
  }
  const globals = globalThis as unknown as Record<symbol, unknown>;
  const expect = ((value: unknown, message?: string) => {
    setState({ assertionCalls: getState(expect).assertionCalls + 1 }, expect);
    return chai.expect(value, message);
  }) as Expect;
  const asymmetric = globals[Symbol.for('asymmetric-matchers-object')] as object;
  Object.assign(expect, chai.expect, asymmetric);
  setState({ assertionCalls: 0, expectedAssertionsNumber: null, isExpectingAssertions: false }, expect);
  Object.assign(expect, {
    assert: chai.assert,
    extend: (matchers: unknown) => chai.expect.extend(expect, matchers),
    addEqualityTesters: (testers: unknown) => library.expect.addCustomEqualityTesters(testers),
    getState: () => getState(expect),
    setState: (state: Partial<ExpectState>) => setState(state, expect),
    assertions: (expected: number) => setState({ expectedAssertionsNumber: expected }, expect),
    hasAssertions: () => setState({ isExpectingAssertions: true }, expect),
    unreachable: (message?: string) => {
      throw new Error(`expected ${message === undefined ? '' : `"${message}" `}not to be reached`);
    },
  });
  Object.defineProperty(globalThis, Symbol.for('expect-global'), { value: expect, writable: true, configurable: true });
  chai.expect.extend(expect, customMatchers);

  const show = (value: unknown): string => library.literal.literalLine(value, 200);
  const describeError = (thrown: unknown): NonNullable<TestReport['error']> => {
    const caught = printed.describe(thrown);
    const isAssertion = thrown instanceof chai.AssertionError;
    const error = { ...caught, isAssertion, message: caught.message.slice(0, 1000), stack: caught.stack.slice(-1500) };
    if (!isAssertion || (thrown as { showDiff?: boolean }).showDiff !== true) return error;
    const { expected, actual } = thrown as { expected?: unknown; actual?: unknown };
    const text = (value: unknown): string => {
      try {
        return library.literal.literal(value).slice(0, 2000);
      } catch {
        return 'a value that cannot be shown';
      }
    };
    return { ...error, expected: text(expected), actual: text(actual) };
  };

  const { seedRandom } = parts.hardenIntrinsics();

  let calls = (): number => 0;
  const runner: Runner = parts.createRunner({
    declared: parts.createDeclared(parts.createCases(show)),
    expect,
    calls: () => calls(),
    beginTest: () =>
      setState({ assertionCalls: 0, expectedAssertionsNumber: null, isExpectingAssertions: false }, expect),
    endTest: () => {
      const { assertionCalls, expectedAssertionsNumber, isExpectingAssertions } = getState(expect);
      if (expectedAssertionsNumber !== null && expectedAssertionsNumber !== assertionCalls) {
        throw new Error(`expected number of assertions to be ${expectedAssertionsNumber}, but got ${assertionCalls}`);
      }
      if (isExpectingAssertions && assertionCalls === 0) {
        throw new Error('expected any number of assertion, but got none');
      }
    },
    describeError,
  });
  const vi = parts.createVi(library.spy, time);
  const api = { ...runner.api, expect, vi, assert: chai.assert };
  const modules: Record<string, object> = {
    vitest: { __esModule: true, ...api },
    '@jest/globals': { __esModule: true, ...api, jest: vi },
  };
  for (const [name, value] of Object.entries({ ...api, jest: vi })) {
    captured.expose(name, value);
  }

  type Run = (module: { exports: unknown }, exports: unknown, require: (name: string) => unknown) => void;
  const runModule = (source: string, file: string, require: (name: string) => unknown): unknown => {
    const module = { exports: {} as unknown };
    const run = evaluate(`(function (module, exports, require) {${source}\n})\n//# sourceURL=${file}`) as Run;
    run(module, module.exports, require);
    return module.exports;
  };
  const noModule = (name: string): never => {
    throw new Error(`Cannot find module '${name}'`);
  };
  const caught = (kind: string, thrown: unknown): string => {
    const { name, message, stack } = printed.describe(thrown);
    return stringify({ kind, error: { name, message, stack } });
  };

  const loadSubject = (source: string, seed: string): string => {
    seedRandom(Number(seed));
    try {
      const subject = parts.wrapSubject(runModule(source, 'subject.ts', noModule) as Record<string, unknown>);
      calls = subject.calls;
      modules['./subject'] = modules['./subject.ts'] = modules['./subject.js'] = subject.exports;
      return '{"kind":"loaded"}';
    } catch (error) {
      return caught('threw', error);
    }
  };
  const collect = (source: string, order: string): string => {
    try {
      runModule(source, learnerFile, (name) => modules[name] ?? noModule(name));
      return `{"kind":"collected","count":${runner.arrange(Number(order))}}`;
    } catch (error) {
      return caught('threw', error);
    }
  };
  let outcome = '';
  const next = (): string => {
    outcome = '';
    runner.next().then(
      (more) => void (outcome = more ? 'done' : 'end'),
      (error: unknown) => void (outcome = caught('threw', error)),
    );
    return '';
  };
  /** `-`: nothing is left that could go on. */
  const step = (): string => {
    if (outcome !== '') return outcome;
    try {
      return clock.fireNext() ? outcome : '-';
    } catch (error) {
      return (outcome = caught('unhandled', error));
    }
  };
  const report = (): string => {
    const reports = [...runner.reports()];
    const running = runner.running();
    const common = { kind: 'suite', hasOnly: runner.hasOnly(), called: calls() > 0, isFaked: time.isFaked() };
    const told = stringify({ ...common, tests: reports, ...(running && { running }) });
    if (told.length <= settings.resultCharsMax) return told;
    const short = reports.map((one, index) => (index < 20 ? one : { ...one, error: undefined }));
    const cut = short.map(({ error, ...rest }) =>
      error ? { ...rest, error: { ...error, expected: undefined, actual: undefined } } : rest,
    );
    const less = stringify({ ...common, tests: cut, ...(running && { running }) });
    return less.length <= settings.resultCharsMax ? less : '{"kind":"output-limit"}';
  };
  return [loadSubject, collect, next, () => outcome, step, report, printed.take] as ((...given: string[]) => string)[];
}
