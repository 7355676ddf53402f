/** What the sandbox gives beside the language itself; the editor checks learners' code against it. */
export const sandboxTypes = `
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
