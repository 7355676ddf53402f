import path from 'node:path';
import { expect, test } from 'vitest';
import { readEnvironment } from '#lib/env';

test('nothing needs to be set', () => {
  expect(readEnvironment({ PATH: '/bin', BASE_URL: '' })).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    loopbackOnly: true,
    baseUrl: 'http://localhost:3000',
    dataDir: path.resolve('data'),
    sandboxUrls: [],
    trustedProxies: 0,
    allowWeakSandbox: false,
    offlineReading: true,
    github: undefined,
  });
});

test('what is set is read', () => {
  const environment = readEnvironment({
    PORT: '8080',
    HOST: '0.0.0.0',
    BASE_URL: 'https://learn.example.org/',
    SANDBOX_URL: 'http://a:4000/, http://b:4000',
    SANDBOX_TOKEN: 'a-token-long-enough',
    TRUST_PROXY: '2',
    AUTH_OIDC_ISSUER: 'https://id.example.org/',
    AUTH_OIDC_ID: 'underpin',
    AUTH_OIDC_SECRET: 'secret',
    UNDERPIN_SMTP_URL: 'smtps://user:secret@mail.example.org:465',
    UNDERPIN_MAIL_FROM: 'Underpin <learn@example.org>',
  });
  expect(environment).toMatchObject({
    port: 8080,
    loopbackOnly: false,
    baseUrl: 'https://learn.example.org',
    sandboxUrls: ['http://a:4000', 'http://b:4000'],
    trustedProxies: 2,
    oidc: { issuer: 'https://id.example.org', id: 'underpin', name: 'Single sign-on' },
    mail: { smtpUrl: 'smtps://user:secret@mail.example.org:465', from: 'Underpin <learn@example.org>' },
  });
});

test.each([
  [{ PORT: 'http' }, 'PORT must be a port number such as 3000.'],
  [{ PORT: '70000' }, 'PORT must be between 1 and 65535.'],
  [
    { BASE_URL: 'learn.example.org' },
    'BASE_URL must be the address that browsers use, such as https://learn.example.org.',
  ],
  [
    { BASE_URL: 'https://example.org/learn' },
    'BASE_URL must not have a path: Underpin answers at the root of its host.',
  ],
  [{ ALLOW_WEAK_SANDBOX: 'yes' }, 'ALLOW_WEAK_SANDBOX must be 1 (yes) or 0 (no).'],
  [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY must be the number of proxies in front of Underpin, from 0 to 9.'],
  [{ AUTH_GITHUB_ID: 'x' }, 'AUTH_GITHUB_SECRET must be set too, since AUTH_GITHUB_ID is.'],
  [{ SANDBOX_URL: 'http://a' }, 'SANDBOX_TOKEN must be set too, since SANDBOX_URL is.'],
  [{ UNDERPIN_MAIL_FROM: 'a@b.example' }, 'UNDERPIN_SMTP_URL must be set too, since UNDERPIN_MAIL_FROM is.'],
  [
    { UNDERPIN_SMTP_URL: 'mail.example.org', UNDERPIN_MAIL_FROM: 'a@b.example' },
    'UNDERPIN_SMTP_URL must be the address of a mail server, such as smtps://user:password@mail.example.org:465.',
  ],
  [
    { UNDERPIN_SMTP_URL: 'smtp://mail.example.org', UNDERPIN_MAIL_FROM: 'Underpin' },
    'UNDERPIN_MAIL_FROM must be the sender of mails, such as "Underpin <learn@example.org>".',
  ],
  [{ SANDBOX_TOKEN: 'short' }, 'SANDBOX_TOKEN must have at least 16 characters, since it alone guards the sandbox.'],
])('a variable that is wrong is named in one sentence: %j', (variables, sentence) => {
  const message = () => readEnvironment(variables as Record<string, string>);
  expect(message).toThrow(new Error(sentence));
});

test('every wrong variable is told at once', () => {
  expect(() => readEnvironment({ PORT: 'x', TRUST_PROXY: 'x' })).toThrow(/PORT .*\nTRUST_PROXY /);
});
