import path from 'node:path';
import { z } from 'zod';
import { oncePerProcess } from './once-per-process.ts';

export type Environment = {
  port: number;
  /** Address to listen on. */
  host: string;
  /** Only programs on this machine can reach us. */
  loopbackOnly: boolean;
  /** Origin that browsers see, without a trailing slash. */
  baseUrl: string;
  /** Base URLs of sandboxes on other machines; empty means one of our own on a unix socket. */
  sandboxUrls: string[];
  sandboxToken: string | undefined;
  /** Whoever knows it may read /api/metrics; undefined closes that page. */
  metricsToken: string | undefined;
  /** How many proxies in front of us append to X-Forwarded-For; 0 means the header is not read. */
  trustedProxies: number;
  /** Folders with content beside our own, absolute. */
  contentDirs: string[];
  /** Folder of the database and the secrets, absolute. */
  dataDir: string;
  allowWeakSandbox: boolean;
  /** Whether browsers keep pages for reading without a connection. */
  offlineReading: boolean;
  github: ProviderKeys | undefined;
  google: ProviderKeys | undefined;
  oidc: (ProviderKeys & { issuer: string; name: string }) | undefined;
  /** The mail server and the sender of our mails; undefined where none is sent. */
  mail: { smtpUrl: string; from: string } | undefined;
};
export type ProviderKeys = { id: string; secret: string };

/** The validated environment of this process, read once. Throws what `readEnvironment` throws. */
export function environment(): Environment {
  return oncePerProcess('environment', () => readEnvironment(process.env));
}

/** Validates an environment. Throws one Error whose message has a sentence for each variable that is wrong. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  // An empty value is how most hosting panels and compose files say "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = variablesSchema.safeParse(given);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'));
  }
  const variables = parsed.data;
  return {
    port: variables.PORT,
    host: variables.HOST,
    loopbackOnly: /^(localhost|127(\.\d+){3}|::1)$/.test(variables.HOST),
    baseUrl: variables.BASE_URL ?? `http://localhost:${variables.PORT}`,
    sandboxUrls: variables.SANDBOX_URL,
    sandboxToken: variables.SANDBOX_TOKEN,
    metricsToken: variables.METRICS_TOKEN,
    trustedProxies: variables.TRUST_PROXY,
    contentDirs: variables.CONTENT_DIRS,
    dataDir: path.resolve(/* turbopackIgnore: true */ variables.UNDERPIN_DATA),
    allowWeakSandbox: variables.ALLOW_WEAK_SANDBOX,
    offlineReading: variables.OFFLINE_READING,
    github: keys(variables.AUTH_GITHUB_ID, variables.AUTH_GITHUB_SECRET),
    google: keys(variables.AUTH_GOOGLE_ID, variables.AUTH_GOOGLE_SECRET),
    oidc:
      variables.AUTH_OIDC_ISSUER && variables.AUTH_OIDC_ID && variables.AUTH_OIDC_SECRET
        ? {
            issuer: variables.AUTH_OIDC_ISSUER,
            id: variables.AUTH_OIDC_ID,
            secret: variables.AUTH_OIDC_SECRET,
            name: variables.AUTH_OIDC_NAME,
          }
        : undefined,
    mail:
      variables.UNDERPIN_SMTP_URL && variables.UNDERPIN_MAIL_FROM
        ? { smtpUrl: variables.UNDERPIN_SMTP_URL, from: variables.UNDERPIN_MAIL_FROM }
        : undefined,
  };
}

function keys(id: string | undefined, secret: string | undefined): ProviderKeys | undefined {
  return id && secret ? { id, secret } : undefined;
}

const httpUrl = (message: string) => z.url({ protocol: /^https?$/, error: message });

const list = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .default([]);

const flag = z
  .enum(['0', '1'], { error: 'must be 1 (yes) or 0 (no)' })
  .transform((value) => value === '1')
  .default(false);

const variablesSchema = z
  .object({
    PORT: z
      .string()
      .regex(/^\d+$/, 'must be a port number such as 3000')
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535, 'must be between 1 and 65535')
      .default(3000),
    HOST: z.string().regex(/^\S+$/, 'must be one address to listen on, such as 0.0.0.0').default('127.0.0.1'),
    BASE_URL: httpUrl('must be the address that browsers use, such as https://learn.example.org')
      .transform((url) => new URL(url))
      .refine((url) => url.pathname === '/', 'must not have a path: Underpin answers at the root of its host')
      .transform((url) => url.origin)
      .optional(),
    SANDBOX_URL: list.pipe(
      z
        .array(httpUrl('must be a list of http addresses, separated by commas'))
        .transform((urls) => urls.map(withoutSlash)),
    ),
    SANDBOX_TOKEN: z.string().min(16, 'must have at least 16 characters, since it alone guards the sandbox').optional(),
    METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters, since it alone guards the metrics').optional(),
    TRUST_PROXY: z
      .string()
      .regex(/^\d$/, 'must be the number of proxies in front of Underpin, from 0 to 9')
      .transform(Number)
      .default(0),
    CONTENT_DIRS: list.transform((folders) =>
      folders.map((folder) => path.resolve(/* turbopackIgnore: true */ folder)),
    ),
    UNDERPIN_DATA: z.string().default('data'),
    ALLOW_WEAK_SANDBOX: flag,
    OFFLINE_READING: z
      .enum(['on', 'off'], { error: 'must be on or off' })
      .default('on')
      .transform((value) => value === 'on'),
    AUTH_GITHUB_ID: z.string().optional(),
    AUTH_GITHUB_SECRET: z.string().optional(),
    AUTH_GOOGLE_ID: z.string().optional(),
    AUTH_GOOGLE_SECRET: z.string().optional(),
    AUTH_OIDC_ISSUER: httpUrl('must be the address of the OpenID Connect issuer').transform(withoutSlash).optional(),
    AUTH_OIDC_ID: z.string().optional(),
    AUTH_OIDC_SECRET: z.string().optional(),
    AUTH_OIDC_NAME: z
      .string()
      .max(40, 'must be at most 40 characters: it is the label of a button')
      .default('Single sign-on'),
    UNDERPIN_SMTP_URL: z
      .url({
        protocol: /^smtps?$/,
        error: 'must be the address of a mail server, such as smtps://user:password@mail.example.org:465',
      })
      .optional(),
    UNDERPIN_MAIL_FROM: z
      .string()
      .regex(
        /^(?:[^<>@\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
        'must be the sender of mails, such as "Underpin <learn@example.org>"',
      )
      .optional(),
  })
  .superRefine((variables, context) => {
    // Half a provider would show a sign-in button that can only fail, and half a mail server mails that nobody takes.
    const groups = [
      ['AUTH_GITHUB_ID', 'AUTH_GITHUB_SECRET'],
      ['AUTH_GOOGLE_ID', 'AUTH_GOOGLE_SECRET'],
      ['AUTH_OIDC_ISSUER', 'AUTH_OIDC_ID', 'AUTH_OIDC_SECRET'],
      ['UNDERPIN_SMTP_URL', 'UNDERPIN_MAIL_FROM'],
    ] as const;
    for (const group of groups) {
      const present = group.find((name) => variables[name]);
      for (const name of group) {
        if (present && !variables[name]) {
          context.addIssue({ code: 'custom', path: [name], message: `must be set too, since ${present} is` });
        }
      }
    }
    if (variables.SANDBOX_URL.length > 0 && !variables.SANDBOX_TOKEN) {
      context.addIssue({ code: 'custom', path: ['SANDBOX_TOKEN'], message: 'must be set too, since SANDBOX_URL is' });
    }
  });

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
