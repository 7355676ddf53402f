/** What learners' tests are written with, as `vitest` declares it, without what the sandbox does not have. */
export const suiteTypes = `
declare module 'vitest' {
  type Body = (context: { expect: typeof expect; skip(): never; task: { name: string } }) => unknown;
  type Options = { timeout?: number; skip?: boolean; only?: boolean; todo?: boolean; fails?: boolean };
  type Each<Result> = {
    <Row extends readonly unknown[]>(rows: readonly Row[]): (name: string, body: (...values: Row) => unknown) => Result;
    <Row extends [unknown, ...unknown[]]>(rows: readonly Row[]): (name: string, body: (...values: Row) => unknown) => Result;
    <Row>(rows: readonly Row[]): (name: string, body: (row: Row) => unknown) => Result;
    (table: TemplateStringsArray, ...values: unknown[]): (name: string, body: (row: any) => unknown) => Result;
  };
  interface TestFunction {
    (name: string, body?: Body, timeoutMs?: number): void;
    (name: string, options: Options, body?: Body): void;
    each: Each<void>;
    for<Row>(rows: readonly Row[]): (name: string, body: (row: Row) => unknown) => void;
    skip: TestFunction;
    only: TestFunction;
    todo: TestFunction;
    fails: TestFunction;
    concurrent: TestFunction;
    sequential: TestFunction;
    skipIf(condition: unknown): TestFunction;
    runIf(condition: unknown): TestFunction;
  }
  interface DescribeFunction {
    (name: string, body?: () => void): void;
    each: Each<void>;
    for<Row>(rows: readonly Row[]): (name: string, body: (row: Row) => void) => void;
    skip: DescribeFunction;
    only: DescribeFunction;
    todo: DescribeFunction;
    concurrent: DescribeFunction;
    sequential: DescribeFunction;
    shuffle: DescribeFunction;
    skipIf(condition: unknown): DescribeFunction;
    runIf(condition: unknown): DescribeFunction;
  }
  export const test: TestFunction;
  export const it: TestFunction;
  export const describe: DescribeFunction;
  export const suite: DescribeFunction;
  type Hook = (body: () => unknown) => void;
  export const beforeAll: Hook;
  export const beforeEach: Hook;
  export const afterEach: Hook;
  export const afterAll: Hook;
  export const onTestFinished: Hook;
  export const onTestFailed: Hook;

  interface Matchers<Result> {
    not: Matchers<Result>;
    toBe(expected: unknown): Result;
    toEqual(expected: unknown): Result;
    toStrictEqual(expected: unknown): Result;
    toMatchObject(expected: object): Result;
    toBeTruthy(): Result;
    toBeFalsy(): Result;
    toBeNull(): Result;
    toBeUndefined(): Result;
    toBeDefined(): Result;
    toBeNullable(): Result;
    toBeNaN(): Result;
    toBeTypeOf(type: 'bigint' | 'boolean' | 'function' | 'number' | 'object' | 'string' | 'symbol' | 'undefined'): Result;
    toBeInstanceOf(constructor: Function): Result;
    toBeGreaterThan(bound: number | bigint): Result;
    toBeGreaterThanOrEqual(bound: number | bigint): Result;
    toBeLessThan(bound: number | bigint): Result;
    toBeLessThanOrEqual(bound: number | bigint): Result;
    toBeCloseTo(expected: number, digits?: number): Result;
    toBeOneOf(values: readonly unknown[] | Set<unknown>): Result;
    toContain(item: unknown): Result;
    toContainEqual(item: unknown): Result;
    toHaveLength(length: number): Result;
    toHaveProperty(path: string | readonly (string | number)[], value?: unknown): Result;
    toMatch(pattern: string | RegExp): Result;
    toSatisfy(predicate: (value: any) => boolean, message?: string): Result;
    toThrow(expected?: string | RegExp | Function | Error | object): Result;
    toThrowError(expected?: string | RegExp | Function | Error | object): Result;
    toHaveBeenCalled(): Result;
    toHaveBeenCalledOnce(): Result;
    toHaveBeenCalledTimes(times: number): Result;
    toHaveBeenCalledWith(...values: unknown[]): Result;
    toHaveBeenCalledExactlyOnceWith(...values: unknown[]): Result;
    toHaveBeenLastCalledWith(...values: unknown[]): Result;
    toHaveBeenNthCalledWith(turn: number, ...values: unknown[]): Result;
    toHaveReturned(): Result;
    toHaveReturnedTimes(times: number): Result;
    toHaveReturnedWith(value: unknown): Result;
    toHaveResolvedWith(value: unknown): Result;
  }
  interface Expect {
    (value: unknown, message?: string): Matchers<void> & { resolves: Matchers<Promise<void>>; rejects: Matchers<Promise<void>> };
    anything(): any;
    any(constructor: unknown): any;
    objectContaining(expected: object): any;
    arrayContaining(expected: readonly unknown[]): any;
    stringContaining(expected: string): any;
    stringMatching(expected: string | RegExp): any;
    closeTo(expected: number, digits?: number): any;
    not: Pick<Expect, 'objectContaining' | 'arrayContaining' | 'stringContaining' | 'stringMatching'>;
    assertions(count: number): void;
    hasAssertions(): void;
    extend(matchers: Record<string, (value: any, ...expected: any[]) => { pass: boolean; message: () => string } | Promise<{ pass: boolean; message: () => string }>>): void;
    unreachable(message?: string): never;
  }
  export const expect: Expect;

  type Run = (...values: any[]) => any;
  export interface Mock<Of extends Run = Run> {
    (...values: Parameters<Of>): ReturnType<Of>;
    new (...values: Parameters<Of>): any;
    mock: {
      calls: Parameters<Of>[];
      lastCall: Parameters<Of> | undefined;
      results: { type: 'return' | 'throw' | 'incomplete'; value: any }[];
      settledResults: { type: 'fulfilled' | 'rejected' | 'incomplete'; value: any }[];
      instances: any[];
      contexts: any[];
      invocationCallOrder: number[];
    };
    mockImplementation(run: Of): this;
    mockImplementationOnce(run: Of): this;
    mockReturnValue(value: ReturnType<Of>): this;
    mockReturnValueOnce(value: ReturnType<Of>): this;
    mockResolvedValue(value: Awaited<ReturnType<Of>>): this;
    mockResolvedValueOnce(value: Awaited<ReturnType<Of>>): this;
    mockRejectedValue(error: unknown): this;
    mockRejectedValueOnce(error: unknown): this;
    mockReturnThis(): this;
    mockThrow(error: unknown): this;
    mockThrowOnce(error: unknown): this;
    mockClear(): this;
    mockReset(): this;
    mockRestore(): void;
    mockName(name: string): this;
    getMockName(): string;
    getMockImplementation(): Of | undefined;
  }
  interface Vi {
    fn<Of extends Run>(run?: Of): Mock<Of>;
    spyOn<Owner extends object, Key extends keyof Owner>(
      owner: Owner,
      key: Key,
    ): Mock<Owner[Key] extends Run ? Owner[Key] : Run>;
    isMockFunction(value: unknown): value is Mock;
    mocked<Value>(value: Value): Value extends Run ? Mock<Value> : Value;
    clearAllMocks(): Vi;
    resetAllMocks(): Vi;
    restoreAllMocks(): Vi;
    stubGlobal(name: string, value: unknown): Vi;
    unstubAllGlobals(): Vi;
    /** Timers and Date stand still until you advance them. */
    useFakeTimers(options?: { now?: number | Date; toFake?: ('setTimeout' | 'setInterval' | 'Date')[] }): Vi;
    useRealTimers(): Vi;
    isFakeTimers(): boolean;
    setSystemTime(now?: number | string | Date): Vi;
    getMockedSystemTime(): Date | null;
    getRealSystemTime(): number;
    getTimerCount(): number;
    clearAllTimers(): Vi;
    advanceTimersByTime(ms: number): Vi;
    /** The same, and lets promises go on before and after each timer. */
    advanceTimersByTimeAsync(ms: number): Promise<Vi>;
    advanceTimersToNextTimer(): Vi;
    advanceTimersToNextTimerAsync(): Promise<Vi>;
    runAllTimers(): Vi;
    runAllTimersAsync(): Promise<Vi>;
    runOnlyPendingTimers(): Vi;
    runOnlyPendingTimersAsync(): Promise<Vi>;
    waitFor<Value>(attempt: () => Value | Promise<Value>, options?: number | { timeout?: number; interval?: number }): Promise<Value>;
    waitUntil<Value>(attempt: () => Value | Promise<Value>, options?: number | { timeout?: number; interval?: number }): Promise<Value>;
  }
  export const vi: Vi;
}

declare module '@jest/globals' {
  export { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test, vi as jest } from 'vitest';
}

/** The code under test; the task says what it exports. */
declare module '*/subject';
`;
