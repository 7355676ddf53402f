import type * as IsolatedVm from 'isolated-vm';

/** What is told of an error that V8 threw at us, bounded, because its text may be the learner's. */
export const boundedError = (error: unknown): { name: string; message: string; stack: string } => {
  const { name, message, stack } = error as Error;
  return {
    name: String(name).slice(0, 200),
    message: String(message).slice(0, 2000),
    stack: String(stack).slice(0, 4000),
  };
};

export const isTimeout = (error: unknown): boolean => (error as Error).message === 'Script execution timed out.';

/** An error that came out of the isolate, as an observation: a limit, or a rejection that nothing handled. */
export function observeFault(isolate: IsolatedVm.Isolate, error: unknown): string {
  if (isolate.isDisposed) return '{"kind":"memory-limit"}';
  if (isTimeout(error)) return '{"kind":"time-limit"}';
  return JSON.stringify({ kind: 'unhandled', error: boundedError(error) });
}

/** The engine tells where a syntax error is only to the one who compiles. Undefined when it was thrown at run time. */
export async function observeSyntaxError(
  isolate: IsolatedVm.Isolate,
  code: string,
  filename: string,
): Promise<string | undefined> {
  try {
    await isolate.compileScript(code, { filename });
    return undefined;
  } catch (error) {
    const found = /^(.*) \[.*:(\d+):\d+\]$/s.exec((error as Error).message);
    if (found === null) return undefined;
    return JSON.stringify({ kind: 'syntax', message: `SyntaxError: ${found[1]}`, line: Number(found[2]) });
  }
}
