import type { ExpectStatic } from '@vitest/expect';

// What is in scope in tests.ts and hidden.ts of every exercise; docs/writing-exercises.md explains it with examples.

/** What comes back from a learner's code can be anything; a test finds out by comparing it. */
type Loose = ReturnType<typeof JSON.parse>;

type Reach = {
  /** Calls an exported function; resolves to what it returns or what its promise resolves to. */
  call: (name: string, ...values: unknown[]) => Promise<Loose>;
  /** Expects the call to throw; resolves to `{ name, message, ...own enumerable properties }`. */
  throws: (name: string, ...values: unknown[]) => Promise<Loose>;
  /**
   * Runs `driver` beside the submission. It captures nothing: what it needs is passed as JSON after it. Its first
   * argument is the module's exports.
   */
  evaluate: <Values extends unknown[], Result>(
    driver: (exports: Loose, ...values: Values) => Result | Promise<Result>,
    ...values: Values
  ) => Promise<Result>;
};

type Fixtures = Reach & {
  /** The same with the reference solution, in an isolate of its own. */
  reference: Reach;
  /** Seeded anew for each submission. */
  random: {
    /** A whole number from `min` to `max`, both included. */
    int: (min: number, max: number) => number;
    pick: <Item>(list: readonly Item[]) => Item;
    shuffle: <Item>(list: readonly Item[]) => Item[];
    bool: () => boolean;
    /** Lower-case letters unless `alphabet` says otherwise. */
    string: (length: number, alphabet?: string) => string;
  };
};

type TestFixtures = Fixtures;

declare global {
  /** The argument of a test, for a function that takes a part of it: `({ call }: Fixtures, …)`. */
  type Fixtures = TestFixtures;
  const test: (name: string, body: (fixtures: Fixtures) => unknown) => void;
  const expect: ExpectStatic;
}
