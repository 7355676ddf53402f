/** An error as a log may hold it. */
export type Fault = {
  /** `TypeError: fetch failed`; the name alone where the message may quote what somebody sent. */
  error: string;
  code?: string;
  /** Where it was thrown, innermost first. */
  at?: string[];
  cause?: Fault;
};

const framesMax = 6;
const messageCharsMax = 300;
const causesMax = 3;

/**
 * What went wrong, without what people wrote: a parser quotes its input, an assertion its values and a failed query its
 * parameters, so messages of such errors stay out. Those of the language, the system and SQLite name things of ours.
 */
export function faultOf(error: unknown, depth = 0): Fault {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, stack = '', cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const [firstLine = ''] = message.split('\n');
  // The message stands before the frames and may hold lines that look like some.
  const frames = stack.slice(stack.indexOf(message) + message.length).match(/^\s+at .+$/gm) ?? [];
  return {
    error: isOurs(error) && firstLine ? `${name}: ${firstLine.slice(0, messageCharsMax)}` : name,
    ...(code !== undefined && { code }),
    ...(frames.length > 0 && { at: frames.slice(0, framesMax).map((frame) => frame.trim().slice(3)) }),
    ...(cause !== undefined && depth < causesMax && { cause: faultOf(cause, depth + 1) }),
  };
}

const plain: unknown[] = [Error.prototype, TypeError.prototype, RangeError.prototype, ReferenceError.prototype];

/** By prototype and not by name: a library's own kinds of errors often call themselves `Error`. */
function isOurs(error: Error): boolean {
  return plain.includes(Object.getPrototypeOf(error)) || error.name === 'SqliteError';
}
