const order = { debug: 10, info: 20, warn: 30, error: 40 };
const secret = /^(password|token|accesstoken|secret|apikey|authorization|cookie|setcookie|cardnumber)$/;

class Logger {
  #options;
  #bound;

  constructor(options, bound) {
    this.#options = options;
    this.#bound = bound;
  }
  debug = (message, fields) => this.#log('debug', message, fields);
  info = (message, fields) => this.#log('info', message, fields);
  warn = (message, fields) => this.#log('warn', message, fields);
  error = (message, fields) => this.#log('error', message, fields);
  child(fields) {
    return new Logger(this.#options, [...this.#bound, fields]);
  }

  #log(level, message, fields = {}) {
    const { level: least, write, now } = this.#options;
    if (order[level] < order[least]) return;
    const entry = { time: new Date(now()).toISOString(), level, message };
    for (const group of [fields, ...this.#bound.toReversed()]) {
      for (const name of Object.keys(group)) {
        if (!Object.hasOwn(entry, name)) entry[name] = this.#value(name, group[name], new Set());
      }
    }
    write(JSON.stringify(entry));
  }

  #value(name, value, above) {
    if (name !== undefined && secret.test(name.toLowerCase().replace(/-|_/g, ''))) return '[redacted]';
    if (typeof value === 'bigint') return value.toString();
    if (value === null || typeof value !== 'object') return value;
    if (above.has(value)) return '[circular]';
    above.add(value);
    let copy;
    if (Array.isArray(value)) {
      copy = value.map((item) => this.#value(undefined, item, above));
    } else {
      copy = {};
      const names =
        value instanceof Error
          ? ['name', 'message', 'stack', ...('cause' in value ? ['cause'] : [])]
          : Object.keys(value);
      for (const key of names) copy[key] = this.#value(key, value[key], above);
    }
    above.delete(value);
    return copy;
  }
}

export const createLogger = (options) => new Logger(options, []);
