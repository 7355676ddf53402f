/** What the sandbox gives beside the language itself, to the editor and to the stage of types: the kinds code and tests. */
export const languageGlobals = `
interface Console {
  /** Prints strings as they are and everything else as JSON, separated by spaces. */
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  debug(...values: unknown[]): void;
}
declare const console: Console;
/** Runs on a virtual clock: it jumps to the next timer when nothing else is left to do. */
declare function setTimeout(callback: (...values: any[]) => void, delayMs?: number, ...values: unknown[]): number;
declare function clearTimeout(timer: number | undefined): void;
declare function setInterval(callback: (...values: any[]) => void, delayMs?: number, ...values: unknown[]): number;
declare function clearInterval(timer: number | undefined): void;
declare function queueMicrotask(callback: () => void): void;
`;

/** A learner's test suite has these around it; what they return is loose, since the suite is run and not read. */
export const suiteGlobals = `
type Loose = ReturnType<typeof JSON.parse>;
declare const describe: Loose, test: Loose, it: Loose, expect: Loose, vi: Loose;
declare const beforeEach: Loose, afterEach: Loose, beforeAll: Loose, afterAll: Loose;
`;

/** The module that services and labs import beside hono and zod. Fetch and its like come from the library of workers. */
export const underpinModule = `
declare module 'underpin' {
  type Loose = ReturnType<typeof JSON.parse>;
  type Result = { rows: Loose[]; rowCount: number };
  type Queries = { query: (text: string, values?: unknown[]) => Promise<Result> };
  export const db: Queries & { transaction: <Value>(work: (tx: Queries) => Promise<Value>) => Promise<Value> };

  /** Of a lab: a file system in memory. Errors are those of Node: ENOENT, EISDIR and so on in the property code. */
  export const files: {
    read: (path: string) => Promise<string>;
    write: (path: string, text: string) => Promise<null>;
    list: (folder: string) => Promise<string[]>;
    exists: (path: string) => Promise<boolean>;
    remove: (path: string) => Promise<null>;
    /** As path.resolve of Node: a part that begins with a slash starts at the top. */
    resolve: (...parts: string[]) => string;
  };
  /** Of a lab: what is sent is recorded and goes nowhere. */
  export const mail: { send: (mail: { to: string; subject: string; text: string }) => Promise<null> };

  /** What an exploit is given: its way to the service, and what else the task names. */
  export type Target<Given = unknown> = Given & {
    request: (
      method: string,
      path: string,
      options?: {
        headers?: Record<string, string>;
        body?: string;
        json?: unknown;
        query?: Record<string, string | number | boolean>;
      },
    ) => Promise<{ status: number; headers: Record<string, string>; cookies: string[]; body: string; json: Loose }>;
  };
}
`;
