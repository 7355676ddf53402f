type Level = 'debug' | 'info' | 'warn' | 'error';
type Fields = Record<string, unknown>;
type Options = { level: Level; write: (line: string) => void; now: () => number };

type Logger = Record<Level, (message: string, fields?: Fields) => void> & {
  child: (fields: Fields) => Logger;
};

export function createLogger({ level, write, now }: Options): Logger {
  const log = (message: string) => write(message);
  const logger: Logger = { debug: log, info: log, warn: log, error: log, child: () => logger };
  return logger;
}
