// The fixture `sql` of exercises of kind sql that have tests; docs/writing-exercises.md explains it with examples.

/** A row of an answer: numbers, truth values and nulls as such, numeric and int8 as text, times as ISO text. */
type Row = Record<string, ReturnType<typeof JSON.parse>>;

/** `rows` can be compared with those of another answer: `expect(a).toEqualRows(b, { order: ['id'] })`. */
export type Rows = { rows: Row[]; columns: { name: string; type: string }[]; rowCount: number | null };

export type Violation =
  | 'not null'
  | 'unique'
  | 'foreign key'
  | 'check'
  | 'exclusion'
  | 'privilege'
  | 'type'
  | 'generated column'
  | 'serialization'
  | 'deadlock'
  | 'lock'
  | 'raised';

/** One of the words, or a SQLSTATE. */
type Reason = Violation | (string & {});

type Look = {
  /** Runs SQL with the judge's session; what it changes lasts until the test ends. */
  query: (text: string, values?: unknown[]) => Promise<Rows>;
  /** The statement must be accepted and touch a row. What it did is undone. */
  accepts: (text: string, values?: unknown[]) => Promise<void>;
  /** The statement must be refused for this reason. */
  refuses: (text: string, reason: Reason | Reason[], values?: unknown[]) => Promise<void>;
};

/** The contents of tables, all of the schema's unless named; compared with `toEqualState`. */
type State = { tables: { name: string }[] };

type PlanNode = {
  node: string;
  relation?: string;
  index?: string;
  details: [string, string][];
  rowsPlanned: number;
  rowsActual: number | null;
  loops: number | null;
  buffers: number | null;
  children: PlanNode[];
};

export type Plan = {
  root: PlanNode;
  nodes: PlanNode[];
  buffers: number;
  rowsRead: (table: string) => number;
  usesIndex: (table: string, index?: string) => void;
  avoids: (node: string) => void;
  readsAtMost: (table: string, rows: number) => void;
  buffersAtMost: (blocks: number) => void;
};

export type Ran = Rows &
  Look & {
    statements: { command: string; rowCount: number | null }[];
    notices: string[];
    state: (...tables: string[]) => Promise<State>;
    /** The same looks with the rights of a role; `settings` are set for its session. */
    as: (role: string, settings?: Record<string, string>) => Look;
    plan: (text: string) => Promise<Plan>;
  };

export type Ended = Rows & { error: { reason: Reason; sqlState: string; message: string } | null };
export type Step = { waiting: boolean; waitsFor: string[]; end: () => Promise<Ended> };

export type Session = {
  /** Runs a part of the learner's file, from its line `-- part: name` to the next. */
  part: (name: string) => Promise<Rows>;
  /** The same, with the error in the answer. */
  attempt: (name: string) => Promise<Ended>;
  /** Sends the part and comes back when it has ended or waits for a lock. */
  start: (name: string) => Promise<Step>;
  query: (text: string, values?: unknown[]) => Promise<Rows>;
  attemptQuery: (text: string, values?: unknown[]) => Promise<Ended>;
  startQuery: (text: string, values?: unknown[]) => Promise<Step>;
};

/** Each look sees what is committed by then, and what it changes is undone at once. */
export type Arena = Look & {
  session: (name: string) => Promise<Session>;
  state: (...tables: string[]) => Promise<State>;
};

export type Migration = Arena & {
  steps: {
    line: number;
    text: string;
    locks: { table: string; mode: string }[];
    rewrote: string[];
    scanned: string[];
    changed: Record<string, number>;
    lockTimeoutMs: number;
  }[];
};

type Data = { data?: string };
/** `prepare` is SQL that runs before the file. */
type World = Data & { prepare?: string; times?: number };
type Migrating = World & { reads?: string[]; writes?: string[]; lockTimeoutMsMax?: number; rowsAtOnceMax?: number };

type SqlReach = {
  /** The whole file in a fresh database. */
  run: (options?: World) => Promise<Ran>;
  /** The file as one query that may read and nothing else. */
  select: (options?: Data) => Promise<Rows>;
  plan: (options?: Data) => Promise<Plan>;
  /** A fresh database in which the file has not run, for sessions side by side. */
  open: (options?: Omit<World, 'times'>) => Promise<Arena>;
  migrate: (options?: Migrating) => Promise<Migration>;
};

export type Sql = SqlReach & { reference: SqlReach };

declare module '@vitest/expect' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** Rows of `sql`, or objects written down; `order` names the columns that they must be sorted by. */
    toEqualRows: (expected: Rows | Row[], options?: { order?: string[] }) => R;
    toEqualState: (expected: State) => T extends State ? R : R;
  }
}
