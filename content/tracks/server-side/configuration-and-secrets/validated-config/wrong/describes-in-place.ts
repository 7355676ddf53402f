// caught by: describes a config without its secrets and leaves it as it is
type Config = {
  port: number;
  databaseUrl: string;
  sessionKeys: string[];
  mailOrigin: string;
  logLevel: string;
  timeoutMs: number;
  secureCookies: boolean;
};
type Problem = { name: string; problem: 'missing' | 'invalid' | 'unknown' };
type Setting = { name: string; key: keyof Config; read: (text: string) => unknown; fallback?: unknown };

/** Each reader answers undefined for a text that is not valid. */
const integer = (min: number, max: number) => (text: string) => {
  const value = /^(0|[1-9][0-9]*)$/.test(text) ? Number(text) : NaN;
  return value >= min && value <= max ? value : undefined;
};
const oneOf = (values: Map<string, unknown>) => (text: string) => values.get(text);
const beginsWith =
  (...beginnings: string[]) =>
  (text: string) =>
    beginnings.some((beginning) => text.startsWith(beginning)) ? text : undefined;
const keys = (text: string) => {
  const list = text.split(',');
  return list.every((key) => key.length >= 32) ? list : undefined;
};

const levels = new Map(['debug', 'info', 'warn', 'error'].map((level) => [level, level]));
const booleans = new Map([
  ['true', true],
  ['false', false],
]);

const settings: Setting[] = [
  { name: 'SHOP_PORT', key: 'port', read: integer(1, 65535), fallback: 3000 },
  { name: 'SHOP_DATABASE_URL', key: 'databaseUrl', read: beginsWith('postgres://', 'postgresql://') },
  { name: 'SHOP_SESSION_KEYS', key: 'sessionKeys', read: keys },
  { name: 'SHOP_MAIL_ORIGIN', key: 'mailOrigin', read: beginsWith('https://') },
  { name: 'SHOP_LOG_LEVEL', key: 'logLevel', read: oneOf(levels), fallback: 'info' },
  { name: 'SHOP_TIMEOUT_MS', key: 'timeoutMs', read: integer(0, 60000), fallback: 5000 },
  { name: 'SHOP_SECURE_COOKIES', key: 'secureCookies', read: oneOf(booleans), fallback: true },
];
const known = new Set(settings.map(({ name }) => name));

export function loadConfig(env: Record<string, string>): { config: Config } | { problems: Problem[] } {
  const config: Partial<Record<keyof Config, unknown>> = {};
  const problems: Problem[] = [];

  for (const { name, key, read, fallback } of settings) {
    const text = env[name] ?? '';
    const value = text === '' ? fallback : read(text);
    if (value === undefined) problems.push({ name, problem: text === '' ? 'missing' : 'invalid' });
    else config[key] = value;
  }
  for (const name of Object.keys(env).sort()) {
    if (name.startsWith('SHOP_') && !known.has(name)) problems.push({ name, problem: 'unknown' });
  }
  return problems.length > 0 ? { problems } : { config: config as Config };
}

export function describeConfig(config: Config) {
  return Object.assign(config, { databaseUrl: '[secret]', sessionKeys: '[secret]' });
}
