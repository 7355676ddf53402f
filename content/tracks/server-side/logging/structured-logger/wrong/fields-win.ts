// caught by: keeps its own time, level and message
type Level = 'debug' | 'info' | 'warn' | 'error';
type Fields = Record<string, unknown>;
type Options = { level: Level; write: (line: string) => void; now: () => number };

type Logger = Record<Level, (message: string, fields?: Fields) => void> & {
  child: (fields: Fields) => Logger;
};

const levels: Level[] = ['debug', 'info', 'warn', 'error'];
const secretNames = new Set([
  'password',
  'token',
  'accesstoken',
  'secret',
  'apikey',
  'authorization',
  'cookie',
  'setcookie',
  'cardnumber',
]);
const isSecret = (name: string) => secretNames.has(name.toLowerCase().replaceAll(/[-_]/g, ''));

/** A copy that holds nothing but plain JSON values, and no secrets. */
function clean(value: unknown, ancestors: object[] = []): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (ancestors.includes(value)) return '[circular]';

  const inside = [...ancestors, value];
  if (Array.isArray(value)) return value.map((item) => clean(item, inside));
  const entries = value instanceof Error ? entriesOf(value) : Object.entries(value);
  return Object.fromEntries(entries.map(([name, item]) => [name, isSecret(name) ? '[redacted]' : clean(item, inside)]));
}

function entriesOf(error: Error): [string, unknown][] {
  const { name, message, stack, cause } = error;
  return Object.entries({ name, message, stack, ...(cause !== undefined && { cause }) });
}

export function createLogger({ level, write, now }: Options): Logger {
  function make(bound: Fields): Logger {
    const log = (entryLevel: Level) => (message: string, fields?: Fields) => {
      if (levels.indexOf(entryLevel) < levels.indexOf(level)) return;
      const time = new Date(now()).toISOString();
      const head = { time, level: entryLevel, message };
      // The head comes last, so that no field can take its place.
      write(JSON.stringify({ ...head, ...(clean({ ...bound, ...fields }) as Fields) }));
    };
    return {
      debug: log('debug'),
      info: log('info'),
      warn: log('warn'),
      error: log('error'),
      child: (fields) => make({ ...bound, ...fields }),
    };
  }
  return make({});
}
