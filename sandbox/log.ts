/** A line for operators: JSON on standard error, because standard output carries the ready line. */
export function log(level: 'info' | 'error', event: string, details: Record<string, unknown> = {}): void {
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), level, from: 'sandbox', event, ...details })}\n`,
  );
}
