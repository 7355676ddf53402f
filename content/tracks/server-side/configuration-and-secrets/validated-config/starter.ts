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

export function loadConfig(env: Record<string, string>): { config: Config } | { problems: Problem[] } {
  return { problems: [] };
}

export function describeConfig(config: Config) {
  return config;
}
