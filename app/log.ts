import { faultOf } from '#lib/fault';

/**
 * A line for operators: one JSON object. Details are ids, routes, counts and times: no address of a person or a machine,
 * nothing that somebody wrote, no token and no query string.
 */
export function log(level: 'info' | 'error', event: string, details: Record<string, unknown> = {}): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, from: 'web', event, ...details });
  if (level === 'error') console.error(line);
  else console.info(line);
}

/** Next and libraries print an error whole, with whatever its message quotes. From here on it becomes a line as ours. */
export function logPrintedErrors(): void {
  const target: Pick<Console, 'error' | 'warn'> = globalThis.console;
  for (const name of ['error', 'warn'] as const) {
    const print = target[name].bind(target);
    target[name] = (...given: unknown[]) => {
      const error = given.find((value) => value instanceof Error);
      if (error === undefined) return print(...given);
      const digest = 'digest' in error && typeof error.digest === 'string' ? { digest: error.digest } : {};
      log('error', 'fault', { ...digest, ...faultOf(error) });
    };
  }
}
