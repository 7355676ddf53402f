export function loadConfig(env: Record<string, string>) {
  const problems: { name: string; problem: string }[] = [];
  const take = <T>(
    name: string,
    fallback: T | undefined,
    isValid: (text: string) => boolean,
    convert: (text: string) => T,
  ) => {
    if (!Object.hasOwn(env, name) || env[name].length === 0) {
      if (fallback === undefined) problems.push({ name, problem: 'missing' });
      return fallback;
    }
    if (isValid(env[name])) return convert(env[name]);
    problems.push({ name, problem: 'invalid' });
  };
  const isInteger = (text: string) => /^\d+$/.test(text) && String(Number(text)) === text;

  const config = {
    port: take('SHOP_PORT', 3000, (text) => isInteger(text) && +text > 0 && +text < 65536, Number),
    databaseUrl: take('SHOP_DATABASE_URL', undefined, (text) => /^postgres(ql)?:\/\//.test(text), String),
    sessionKeys: take(
      'SHOP_SESSION_KEYS',
      undefined,
      (text) => !text.split(',').some((key) => key.length < 32),
      (text) => text.split(','),
    ),
    mailOrigin: take('SHOP_MAIL_ORIGIN', undefined, (text) => text.indexOf('https://') === 0, String),
    logLevel: take('SHOP_LOG_LEVEL', 'info', (text) => /^(debug|info|warn|error)$/.test(text), String),
    timeoutMs: take('SHOP_TIMEOUT_MS', 5000, (text) => isInteger(text) && +text <= 60000, Number),
    secureCookies: take(
      'SHOP_SECURE_COOKIES',
      true,
      (text) => text === 'true' || text === 'false',
      (text) => text === 'true',
    ),
  };
  const names = ['PORT', 'DATABASE_URL', 'SESSION_KEYS', 'MAIL_ORIGIN', 'LOG_LEVEL', 'TIMEOUT_MS', 'SECURE_COOKIES'];
  const unknown = Object.keys(env).filter((name) => name.startsWith('SHOP_') && !names.includes(name.slice(5)));
  problems.push(...unknown.toSorted().map((name) => ({ name, problem: 'unknown' })));
  return problems.length === 0 ? { config } : { problems };
}

export function describeConfig(config: Record<string, unknown>) {
  const secret = ['databaseUrl', 'sessionKeys'];
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key, secret.includes(key) ? '[secret]' : value]),
  );
}
