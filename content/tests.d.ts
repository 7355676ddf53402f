import type { ExpectStatic } from '@vitest/expect';
import type { LabFixtures } from './tests-lab.d.ts';
import type { Sql } from './tests-sql.d.ts';

// What is in scope in tests.ts and hidden.ts of every exercise; docs/writing-exercises.md explains it with examples.

/** What comes back from a learner's code can be anything; a test finds out by comparing it. */
type Loose = ReturnType<typeof JSON.parse>;

type Driver<Values extends unknown[], Result> = (exports: Loose, ...values: Values) => Result | Promise<Result>;

type Reach = {
  /** Calls an exported function; resolves to what it returns or what its promise resolves to. */
  call: (name: string, ...values: unknown[]) => Promise<Loose>;
  /** Expects the call to throw; resolves to `{ name, message, ...own enumerable properties }`. */
  throws: (name: string, ...values: unknown[]) => Promise<Loose>;
  /**
   * Runs `driver` beside the submission. It captures nothing: what it needs is passed as JSON after it. Its first
   * argument is the module's exports. Where an exercise is written in Python too, `py` is the source of a `def`.
   */
  evaluate: <Values extends unknown[], Result>(
    driver: Driver<Values, Result> | { ts?: Driver<Values, Result>; py: string },
    ...values: Values
  ) => Promise<Result>;
};

/** What a learner's service answered. */
type ServiceResponse = {
  status: number;
  /** By their names in lower case; several of one name are joined with a comma. */
  headers: Record<string, string>;
  /** Each `set-cookie` on its own. */
  cookies: string[];
  body: string;
  /** The body, read as JSON; undefined when it is none. */
  json: Loose;
};

type RequestOptions = {
  headers?: Record<string, string>;
  body?: string;
  /** Sent as JSON, with the content type of JSON unless `headers` has another. */
  json?: unknown;
  query?: Record<string, string | number | boolean>;
};

type UpstreamReply = {
  status?: number;
  headers?: Record<string, string>;
  json?: unknown;
  body?: string;
  /** On the virtual clock. */
  latencyMs?: number;
  fails?: 'refused' | 'reset' | 'timeout';
  /** Answers so often; after that the next reply that was declared for the same request does. */
  times?: number;
};

type Service = {
  /** Sends a request to the learner's app. Those that are made in one go (Promise.all) are sent at the same moment. */
  request: (method: string, path: string, options?: RequestOptions) => Promise<ServiceResponse>;
  /** The virtual clock of the service, in milliseconds since 1970. */
  clock: { now: () => Promise<number>; advance: (ms: number) => Promise<number> };
  /** Services that the learner's code may `fetch`: what a test declares, and nothing else. */
  upstream: {
    reply: (method: string, url: string, reply?: UpstreamReply) => void;
    calls: () => {
      method: string;
      url: string;
      headers: Record<string, string>;
      body: string;
      json: Loose;
      atMs: number;
    }[];
  };
  /** The database of the service, seen by the judge. */
  db: {
    query: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, Loose>[]; rowCount: number }>;
    /** What the service has sent until now, without begin, commit and rollback. */
    statements: () => {
      text: string;
      parameters: string[];
      rowCount: number | null;
      error?: string;
      /** A value of a request stands in the text instead of beside it. */
      concatenated: boolean;
    }[];
  };
};

type Fixtures = Reach &
  Service &
  LabFixtures & {
    /** What the submission is written in, for the few places where the languages differ. */
    language: 'typescript' | 'python' | 'sql';
    /** The same with the reference solution, in an isolate of its own. */
    reference: Reach & Service;
    /** Kind sql alone; of the others above it has `random`. */
    sql: Sql;
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
