import type { Captured } from './capture.ts';

export type Caught = { name: string; message: string; stack: string };

export type GuestConsole = {
  /** What was printed since the last time. */
  take: () => string;
  /** An error as text. It may run the learner's getters, so it is called inside the time limit alone. */
  describe: (thrown: unknown) => Caught;
};

/**
 * The console is text kept inside the isolate; how much is bounded, and what is over is counted. Strings are printed as
 * they are and everything else as JSON, in a form that also says something of what JSON has no word for.
 * Its text is carried over with `toString`, so it can use nothing from around it.
 */
export function createConsole(captured: Captured, charsMax: number, linesMax: number): GuestConsole {
  'use strict';
  const { expose, isError, mapForEach, mapSize, setForEach, setSize, slice, stringify, text } = captured;
  let out = '';
  let charsLeft = charsMax;
  let linesLeft = linesMax;
  let dropped = 0;

  const sizeOf = (read: (self: unknown) => unknown, value: unknown): number => {
    try {
      return read(value) as number;
    } catch {
      return -1;
    }
  };
  const inner = (item: unknown): string => (typeof item === 'string' ? stringify(item) : show(item));
  const braces = (name: string, size: number, entries: string): string =>
    `${name}(${size}) {${entries}${entries === '' ? '' : ' '}}`;
  const showNested = (_key: string, value: unknown): unknown => {
    if (typeof value === 'bigint' || typeof value === 'function') return show(value);
    if (typeof value !== 'object' || value === null) return value;
    const isNamed = sizeOf(mapSize, value) >= 0 || sizeOf(setSize, value) >= 0 || isError(value);
    return isNamed ? show(value) : value;
  };
  const show = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (typeof value === 'bigint') return `${text(value)}n`;
    if (typeof value === 'function') return `[function ${text(value.name)}]`;
    if (typeof value !== 'object' || value === null) return text(value);
    if (isError(value)) return `${text((value as Error).name)}: ${text((value as Error).message)}`;
    let entries = '';
    if (sizeOf(mapSize, value) >= 0) {
      mapForEach(value, (item: unknown, key: unknown) => {
        entries += `${entries === '' ? ' ' : ', '}${inner(key)} => ${inner(item)}`;
      });
      return braces('Map', sizeOf(mapSize, value), entries);
    }
    if (sizeOf(setSize, value) >= 0) {
      setForEach(value, (item: unknown) => {
        entries += `${entries === '' ? ' ' : ', '}${inner(item)}`;
      });
      return braces('Set', sizeOf(setSize, value), entries);
    }
    return text(stringify(value, showNested));
  };
  const describe = (thrown: unknown): Caught => {
    try {
      if (thrown !== null && typeof thrown === 'object' && typeof (thrown as Error).message === 'string') {
        const { name, message, stack } = thrown as Error;
        return {
          name: slice(text(name), 0, 200),
          message: slice(message, 0, 2000),
          stack: slice(text(stack), 0, 4000),
        };
      }
      return { name: '', message: slice(show(thrown), 0, 2000), stack: '' };
    } catch {
      return { name: 'Error', message: 'an error that cannot be shown', stack: '' };
    }
  };
  const log = (...values: unknown[]): void => {
    if (linesLeft <= 0 || charsLeft <= 0) {
      dropped++;
      return;
    }
    let line = '';
    for (let i = 0; i < values.length && line.length <= charsLeft; i++) {
      let shown: string;
      try {
        shown = show(values[i]);
      } catch (error) {
        shown = `[a value that cannot be shown: ${describe(error).message}]`;
      }
      line += (i === 0 ? '' : ' ') + slice(shown, 0, charsLeft + 1);
    }
    linesLeft--;
    if (line.length > charsLeft) {
      line = slice(line, 0, charsLeft);
      dropped++;
    }
    charsLeft -= line.length;
    out += `${line}\n`;
  };
  expose('console', { __proto__: null, log, info: log, warn: log, error: log, debug: log });

  return {
    describe,
    take: () => {
      const more = `… and more, left out (${linesMax} lines or ${charsMax / 1024} KB are kept)\n`;
      const taken = dropped > 0 ? out + more : out;
      out = '';
      dropped = 0;
      return taken;
    },
  };
}
