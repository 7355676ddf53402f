// What `underpin` is to the services and exploits of exercises; sandbox/types/globals.ts says the same to learners.

declare module 'underpin' {
  type Loose = ReturnType<typeof JSON.parse>;
  type Result = { rows: Loose[]; rowCount: number };
  type Queries = { query: (text: string, values?: unknown[]) => Promise<Result> };
  export const db: Queries & { transaction: <Value>(work: (tx: Queries) => Promise<Value>) => Promise<Value> };

  /** Of a lab: a file system in memory. Errors are those of Node: ENOENT, EISDIR and so on in `code`. */
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
